package org.sallyport.interaction.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sallyport.platform.page.Csrf;
import org.sallyport.protocol.ClientId;

/** Tells forms that were shown in the browser they come from; others are refused and logged. */
@RequestScoped
public class StaleForms {
  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject Csrf csrf;

  /**
   * Refuses a form of ours that was not shown in this browser, with status 403.
   *
   * @param client the application that waits for its answer
   * @return the line that tells the person the case number, if it was refused
   */
  public Optional<String> refuse(Optional<ClientId> client) {
    return csrf.matches(request, request.getParameter("csrf"))
        ? Optional.empty()
        : Optional.of(page.refuse(403, "invalid_request", "csrf", client));
  }
}
