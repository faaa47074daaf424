package org.sallyport.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sallyport.platform.audit.CaseNumber;

/** Answers faults: 503 if they pass by themselves, 500 if not; never as if they were refusals. */
@Provider
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Throwable> {
  @Inject ProblemResponses answers;
  @Inject Faults faults;
  @Inject HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    var number = CaseNumber.next();
    return answers.response(request, faults.problem(thrown, number), number);
  }
}
