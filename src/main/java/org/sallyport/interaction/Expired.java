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
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.ErrorPage;
import org.sallyport.platform.http.PageError;
import org.sallyport.protocol.FormEncoding;

/** The page of a request that nobody holds any more: its ticket is too old, or none at all. */
@ApplicationScoped
public class Expired {
  @Inject Tickets tickets;
  @Inject Settings settings;
  @Inject ErrorPage page;
  @Inject Audit audit;

  /** As the answer of a JAX-RS endpoint. */
  public Response response(HttpServletRequest request, String ticket) {
    return page.response(request, 400, error(request, ticket)).build();
  }

  /** As the answer of a Faces page, which then says {@code responseComplete()}. */
  public void send(HttpServletRequest request, HttpServletResponse response, String ticket)
      throws IOException {
    page.send(request, response, 400, error(request, ticket));
  }

  PageError error(HttpServletRequest request, String ticket) {
    var number = CaseNumber.next();
    audit.record(
        new RequestRefused(
            number, request.getServletPath(), "expired", "no valid ticket", Optional.empty()));
    var error = PageError.of("error.expired", number);
    return tickets
        .openTooLate(ticket)
        .map(held -> error.withAction("error.expired.again", again(held)))
        .orElse(error);
  }

  // The same request once more: nothing is lost but the time.
  private String again(Held held) {
    return settings.endpoint("/oauth2/authorize") + "?" + FormEncoding.encode(held.parameters());
  }
}
