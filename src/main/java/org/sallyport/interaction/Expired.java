package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.ErrorPage;
import org.sallyport.platform.http.PageError;

/** The page of a request that nobody holds any more: its ticket is too old, or none at all. */
@ApplicationScoped
public class Expired {
  @Inject ErrorPage page;
  @Inject Audit audit;

  /** As the answer of a JAX-RS endpoint. */
  public Response response(HttpServletRequest request) {
    return page.response(request, 400, error(request)).build();
  }

  /** As the answer of a Faces page, which then says {@code responseComplete()}. */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    page.send(request, response, 400, error(request));
  }

  private PageError error(HttpServletRequest request) {
    var number = CaseNumber.next();
    audit.record(
        new RequestRefused(
            number, request.getServletPath(), "expired", "no valid ticket", Optional.empty()));
    return PageError.of("error.expired", number);
  }
}
