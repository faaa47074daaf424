package org.sallyport.platform.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers what a transaction throws at its end like any other fault. Jersey on Payara brings a
 * mapper for this exception that throws it again, and the answer would be 500 (the closest mapper
 * counts, Jakarta RESTful Web Services §4.4).
 */
@Provider
@Priority(1)
@ApplicationScoped
public class CommitFaultMapper implements ExceptionMapper<TransactionalException> {
  @Inject FaultMapper faults;

  @Override
  public Response toResponse(TransactionalException thrown) {
    return faults.toResponse(thrown);
  }
}
