package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.credential.Password;

/** The page on which a person chooses a new password, after a sign-in of minutes ago at most. */
@Named
@RequestScoped
public class PasswordPage {
  @Inject AccountContext account;
  @Inject AccountPassword passwords;

  private String password = "";
  private String repeated = "";
  private String complaint = "";
  private String caseLine = "";

  /** The button. */
  public void choose() throws IOException {
    if (!account.takesChange()) {
      return;
    }
    var refusal = refusal();
    if (refusal.isPresent()) {
      complaint = refusal.get();
      caseLine = passwords.refused(account.person(), account.texts());
      account.response().setStatus(400);
    } else {
      passwords.begin(account.request(), account.response(), account.person());
      account.done("password");
    }
  }

  private Optional<String> refusal() {
    var texts = account.texts();
    if (password.isEmpty()) {
      return Optional.of(texts.text("login.new-password.missing"));
    }
    if (!password.equals(repeated)) {
      return Optional.of(texts.text("login.repeated.differs"));
    }
    return passwords
        .choose(account.user(), new Password(password), texts.locale())
        .map(r -> texts.text(r.key(), r.limit()));
  }

  /** What a password needs, said before one is typed. */
  public String getRule() {
    return account.texts().text("password.rule", passwords.least());
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

  public String getPassword() {
    return "";
  }

  public void setPassword(String typed) {
    password = typed;
  }

  public String getRepeated() {
    return "";
  }

  public void setRepeated(String typed) {
    repeated = typed;
  }
}
