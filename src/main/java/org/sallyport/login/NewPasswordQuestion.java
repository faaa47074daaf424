package org.sallyport.login;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.NewPasswords;
import org.sallyport.person.Person;
import org.sallyport.person.credential.Password;

/** Asks for another password, after the right one of somebody who has to change it. */
@Named
@RequestScoped
public class NewPasswordQuestion implements SignInQuestion {
  private static final String FIELD = "new-password";

  @Inject SignInContext context;
  @Inject PasswordSignIn entrance;
  @Inject DuePasswordChange due;
  @Inject NewPasswords passwords;

  private Optional<Person> person = Optional.empty();
  private String password = "";
  private String repeated = "";

  @PostConstruct
  void find() {
    person = due.of(context.request());
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public boolean fits() {
    return person.isPresent() && !context.isOther();
  }

  @Override
  public String fragment() {
    return "new-password";
  }

  @Override
  public String title() {
    return "login.new.title";
  }

  @Override
  public String plainTitle() {
    return title();
  }

  /** The button Go on. */
  public void choose() throws IOException {
    if (!context.isGenuine() || person.isEmpty()) {
      return;
    }
    var owner = person.get();
    var client = context.client();
    var complaint = complaint(owner);
    if (complaint.isPresent()) {
      var reason = complaint.get().logged();
      context.complain(
          complaint.get(), entrance.refused(Optional.of(owner.subject()), reason, client));
      return;
    }
    due.end(context.response());
    var session = entrance.begin(context.request(), context.response(), owner, client);
    context.goOn(context.interaction().orElseThrow().signedIn(session.id()));
  }

  private Optional<SignInError> complaint(Person owner) {
    if (password.isEmpty()) {
      return Optional.of(SignInError.missing(FIELD));
    }
    if (!password.equals(repeated)) {
      return Optional.of(SignInError.NOT_REPEATED);
    }
    return passwords
        .choose(owner.subject(), owner.credentialsChangedAt(), new Password(password))
        .map(SignInError::refused);
  }

  /** The value of {@code aria-invalid}, or nothing where there is nothing wrong. */
  public @Nullable String wrong(String field) {
    return context.complaint().fields().contains(field) ? "true" : null;
  }

  /** The value of {@code aria-describedby}: the rule, and what is wrong. */
  public String described(String field) {
    return wrong(field) != null ? "rule summary" : "rule";
  }

  /** What a password needs, said before one is typed. */
  public String getRule() {
    return context.texts().text("password.rule", passwords.least());
  }

  /** The name under which a browser keeps the password. */
  public String getUsername() {
    return person.map(Person::username).orElse("");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getRepeated() {
    return "";
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
