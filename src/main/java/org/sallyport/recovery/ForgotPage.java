package org.sallyport.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.platform.page.Texts;
import org.sallyport.platform.ratelimit.ClientAddress;

/**
 * The page on which a person asks for a link to choose a new password. What it answers does not
 * depend on whether there is such an account.
 */
@Named
@RequestScoped
public class ForgotPage {
  private static final int LONGEST = 300;

  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject StaleForms staleForms;
  @Inject ResetRequests requests;

  private String username = "";
  private String caseLine = "";
  private @Nullable String complaint;

  /** The button. */
  public void ask() {
    caseLine = staleForms.refuse(Optional.empty()).orElse("");
    if (!caseLine.isEmpty()) {
      complaint = "forgot.repeated";
    } else if (username.isBlank() || username.length() > LONGEST) {
      page.response().setStatus(400);
      complaint = "forgot.missing";
    } else {
      send();
    }
  }

  private void send() {
    var wish = new ResetRequests.LinkRequest(username.strip(), page.getTicket(), page.getLocale());
    requests
        .take(wish, ClientAddress.of(request))
        .ifPresentOrElse(this::refuse, () -> page.seeOther(page.withTicket("/forgot?sent=yes")));
  }

  private void refuse(String reason) {
    complaint = "forgot.many";
    caseLine = page.refuse(429, "too_many_requests", reason);
  }

  /** Whether a wish was taken. */
  public boolean isSent() {
    return page.says("sent");
  }

  /** Whether mail can be sent at all. */
  public boolean isAvailable() {
    return requests.isAvailable();
  }

  /** What is wrong with what was typed, in words; empty if nothing is. */
  public String getComplaint() {
    return complaint == null ? "" : texts().text(complaint);
  }

  /** The value of {@code aria-invalid}. */
  public @Nullable String getInvalid() {
    return complaint == null ? null : "true";
  }

  /** Under which number the log has a refusal; empty if there is none. */
  public String getCaseLine() {
    return caseLine;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String typed) {
    username = typed == null ? "" : typed;
  }

  private Texts texts() {
    return page.texts();
  }
}
