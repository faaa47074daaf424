package org.sallyport.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.person.NewAccount;
import org.sallyport.person.SelfRegistration;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.page.Texts;
import org.sallyport.platform.ratelimit.ClientAddress;
import org.sallyport.signup.RegistrationRequests.AccountWish;

/**
 * The page {@code /register}, on which somebody asks for an account. What it answers does not
 * depend on whether there is one already.
 */
@Named
@RequestScoped
public class RegisterPage {
  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject StaleForms staleForms;
  @Inject SelfRegistration registration;
  @Inject RegistrationRequests requests;

  private String email = "";
  private String name = "";
  private String username = "";
  private String field = "";
  private String complaint = "";
  private String caseLine = "";

  /** Before the page is shown: it is not there where nobody may register. */
  public void open() {
    if (!isAvailable()) {
      page.response().setStatus(404);
    }
  }

  /** The button. */
  public void ask() {
    if (!isAvailable()) {
      return;
    }
    var stale = staleForms.refuse(Optional.empty());
    if (stale.isPresent()) {
      complaint = texts().text("forgot.repeated");
      caseLine = stale.get();
      return;
    }
    MailAddress.find(email.strip())
        .ifPresentOrElse(this::ask, () -> complain(400, "email", "register.email.wrong"));
  }

  private void ask(MailAddress address) {
    var greeted = SelfRegistration.name(name);
    // Who chooses no other name signs in by the address.
    var chosen = username.isBlank() ? address.toString() : username.strip();
    if (!registration.takes(address)) {
      complain(400, "email", "register.email.domain");
    } else if (greeted.isEmpty()) {
      complain(400, "name", "register.name.wrong");
    } else if (SelfRegistration.username(chosen, address).isEmpty()) {
      complain(400, "username", "register.username.wrong");
    } else {
      send(new NewAccount(address, chosen, greeted.get()));
    }
  }

  private void send(NewAccount account) {
    var wish = new AccountWish(account, page.getTicket(), page.getLocale());
    requests
        .take(wish, ClientAddress.of(request))
        .ifPresentOrElse(
            reason -> complain(429, "", "register.many", reason),
            () -> page.seeOther(page.withTicket("/register?sent=yes")));
  }

  private void complain(int status, String wrong, String key) {
    complain(status, wrong, key, key);
  }

  private void complain(int status, String wrong, String key, String reason) {
    field = wrong;
    complaint = texts().text(key);
    caseLine = page.refuse(status, "invalid_request", reason);
  }

  /** Whether people may register here. */
  public boolean isAvailable() {
    return registration.isOn();
  }

  /** Whether a wish was taken. */
  public boolean isSent() {
    return page.says("sent");
  }

  /** What is wrong with what was typed, in words; empty if nothing is. */
  public String getComplaint() {
    return complaint;
  }

  /** The value of {@code aria-invalid}. */
  public @Nullable String wrong(String of) {
    return field.equals(of) ? "true" : null;
  }

  /** Under which number the log has a refusal; empty if there is none. */
  public String getCaseLine() {
    return caseLine;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String typed) {
    email = typed == null ? "" : typed;
  }

  public String getName() {
    return name;
  }

  public void setName(String typed) {
    name = typed == null ? "" : typed;
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
