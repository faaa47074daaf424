package org.sallyport.interaction.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.NewPasswords;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.SignInRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.Subject;

/**
 * The fields in which a person types a new password twice, and what is wrong with what they typed:
 * of {@code WEB-INF/parts/new-password.xhtml}. Each page that has them has one of these.
 */
@Dependent
public class NewPasswordForm {
  @Inject NewPasswords passwords;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Page page;
  @Inject StaleForms staleForms;

  private String password = "";
  private String repeated = "";
  private String complaint = "";
  private String caseLine = "";

  /** Whether the form that came was shown in this browser; complains if it was not. */
  public boolean isGenuine() {
    var stale = staleForms.refuse(Optional.empty());
    stale.ifPresent(line -> complain(texts().text("account.repeated"), line));
    return stale.isEmpty();
  }

  /**
   * Takes what was typed; complains if it is not taken, and writes that down.
   *
   * @param owner whose password it is to be
   * @param choose keeps the password, or says why not
   * @return whether it was taken
   */
  public boolean take(Subject owner, Function<Password, Optional<PasswordRefusal>> choose) {
    var refusal = refusal(choose);
    refusal.ifPresent(words -> complain(words, refused(owner)));
    return refusal.isEmpty();
  }

  private Optional<String> refusal(Function<Password, Optional<PasswordRefusal>> choose) {
    if (password.isEmpty()) {
      return Optional.of(texts().text("login.new-password.missing"));
    }
    if (!password.equals(repeated)) {
      return Optional.of(texts().text("login.repeated.differs"));
    }
    return choose.apply(new Password(password)).map(r -> texts().text(r.key(), r.limit()));
  }

  private String refused(Subject owner) {
    var number = CaseNumber.next();
    audit.recordShown(new SignInRefused(number, owner.value(), "new_password", Optional.empty()));
    return texts().caseLine(number, clock.instant());
  }

  /** Says why the form was not taken, and under which number the log has it. */
  public void complain(String words, String line) {
    complaint = words;
    caseLine = line;
  }

  /** What a password needs, said before one is typed. */
  public String getRule() {
    return texts().text("password.rule", passwords.least());
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

  private Texts texts() {
    return page.texts();
  }
}
