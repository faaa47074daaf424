package org.sallyport.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.protocol.OAuthException;

/** Answers refusals (RFC 6749 §5.2). */
@Provider
@ApplicationScoped
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {
  @Inject Answers answers;
  @Inject HttpServletRequest request;

  @Override
  public Response toResponse(OAuthException refusal) {
    return answers.response(request, Problem.of(refusal), CaseNumber.next());
  }
}
