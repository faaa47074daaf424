package org.sallyport.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.sallyport.platform.audit.CaseNumber;

/** Answers what JAX-RS refuses by itself: paths, methods and content types that nothing serves. */
@Provider
@ApplicationScoped
public class HttpExceptionMapper implements ExceptionMapper<WebApplicationException> {
  @Inject ProblemResponses answers;
  @Inject Faults faults;
  @Inject HttpServletRequest request;

  @Override
  public Response toResponse(WebApplicationException refusal) {
    var response = refusal.getResponse();
    var status = response.getStatus();
    if (status < 400) {
      return response;
    }
    var number = CaseNumber.next();
    var problem =
        status >= 500 || Faults.refusal(refusal).isPresent()
            ? faults.problem(refusal, number)
            : Reasons.problem(status);
    return answers.response(
        request,
        Optional.ofNullable(response.getHeaderString("Allow"))
            .map(allow -> problem.with("Allow", allow))
            .orElse(problem),
        number);
  }
}
