package org.sallyport.interaction.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.page.Csrf;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.ClientId;

/** Tells forms that were shown in the browser they come from; others are refused and logged. */
@ApplicationScoped
public class StaleForms {
  @Inject Csrf csrf;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * Refuses a form of ours that was not shown in this browser, with status 403.
   *
   * @param client the application that waits for its answer
   * @return the line that tells the person the case number, if it was refused
   */
  public Optional<String> refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      Optional<ClientId> client,
      Texts texts) {
    if (csrf.matches(request, request.getParameter("csrf"))) {
      return Optional.empty();
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    var number = CaseNumber.next();
    audit.recordShown(
        new RequestRefused(number, request.getServletPath(), "invalid_request", "csrf", client));
    return Optional.of(texts.caseLine(number, clock.instant()));
  }
}
