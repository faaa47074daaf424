package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.state.EmailState;
import org.sallyport.platform.mail.MailAddress;

/**
 * The page on which a person confirms their mail address, or gives another one, after a sign-in of
 * minutes ago at most. Nothing changes before the link is used that goes to the address.
 */
@Named
@RequestScoped
public class EmailPage {
  @Inject AccountContext account;
  @Inject AccountSettings settings;
  @Inject AccountEmail emails;

  private String typed = "";
  private String complaint = "";
  private String caseLine = "";

  /** The button that sends a link to the address that the account has. */
  public void verify() {
    if (account.takesChange() && state().address().isPresent()) {
      send(Optional.empty(), "verification-sent");
    }
  }

  /** The button that sends a link to another address. */
  public void change() {
    if (!account.takesChange() || !isChangeable()) {
      return;
    }
    var wanted = MailAddress.find(typed.strip());
    if (wanted.isEmpty()) {
      complain(400, typed.isBlank() ? "account.email.missing" : "account.email.wrong");
    } else if (state().isAt(wanted.get())) {
      complain(400, "account.email.same");
    } else {
      send(wanted, "email-sent");
    }
  }

  private void send(Optional<MailAddress> wanted, String done) {
    if (emails.send(account.person().subject(), wanted, account.texts().locale())) {
      account.done(done);
    } else {
      complain(429, "account.email.many");
    }
  }

  private void complain(int status, String key) {
    complaint = account.texts().text(key);
    caseLine = account.refuse(status, key);
  }

  private EmailState state() {
    return account.person().email();
  }

  /** Whether mail can be sent at all. */
  public boolean isAvailable() {
    return emails.isAvailable();
  }

  /** Whether people change their addresses here. */
  public boolean isChangeable() {
    return settings.emailChange();
  }

  /** The address of the account; empty if there is none. */
  public String getCurrent() {
    return state().text();
  }

  /** Whether its owner has shown that they read its mail. */
  public boolean isVerified() {
    return state().isVerified();
  }

  /** What is wrong with what was typed, in words; empty if nothing is. */
  public String getComplaint() {
    return complaint;
  }

  /** Under which number the log has what is wrong. */
  public String getCaseLine() {
    return caseLine;
  }

  /** The value of {@code aria-invalid}. */
  public @Nullable String getInvalid() {
    return complaint.isEmpty() ? null : "true";
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String text) {
    typed = text == null ? "" : text;
  }
}
