package org.sallyport.interaction.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.interaction.PendingInteraction;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.ErrorPage;
import org.sallyport.platform.page.PageError;

/**
 * The page of a request that nobody holds any more: its ticket is too old, or none at all, or was
 * answered.
 */
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

  /** As the answer to a request of before its client was disabled, which the log alone tells. */
  public Response disabled(HttpServletRequest request, String ticket) {
    return page.response(request, 400, error(refused(request, "disabled"), ticket)).build();
  }

  /** As the answer of a Faces page, which then says {@code responseComplete()}. */
  public void send(HttpServletRequest request, HttpServletResponse response, String ticket)
      throws IOException {
    page.send(request, response, 400, error(request, ticket));
  }

  /** As the answer to a request that was answered before: it may be taken up anew. */
  public Response answered(HttpServletRequest request, PendingAuthorization held) {
    var number = refused(request, "answered before");
    var anew = settings.endpoint(tickets.wayOn(held.anew()));
    var error = PageError.of("error.answered", number).withAction("error.expired.again", anew);
    return page.response(request, 400, error).build();
  }

  private CaseNumber refused(HttpServletRequest request, String reason) {
    var number = CaseNumber.next();
    audit.recordShown(
        new RequestRefused(number, request.getServletPath(), "expired", reason, Optional.empty()));
    return number;
  }

  PageError error(HttpServletRequest request, String ticket) {
    return error(refused(request, "no valid ticket"), ticket);
  }

  private PageError error(CaseNumber number, String ticket) {
    var error = PageError.of("error.expired", number);
    return tickets
        .openTooLate(ticket)
        .flatMap(PendingInteraction::startAgain)
        .map(again -> error.withAction("error.expired.again", settings.endpoint(again)))
        .orElse(error);
  }
}
