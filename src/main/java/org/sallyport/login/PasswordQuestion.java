package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Interaction;
import org.sallyport.interaction.page.Page;
import org.sallyport.person.SelfRegistration;
import org.sallyport.person.credential.Password;
import org.sallyport.person.signin.SignInVerdict.Accepted;
import org.sallyport.platform.mail.Outbox;

/** Asks for name and password; it is put where no other question fits. */
@Named
@RequestScoped
public class PasswordQuestion implements SignInQuestion {
  private static final int LONGEST_HINT = 255;

  @Inject SignInContext context;
  @Inject PasswordSignIn entrance;
  @Inject Outbox outbox;
  @Inject SelfRegistration registration;
  @Inject Page page;
  @Inject DuePasswordChange due;

  private @Nullable String username;
  private String password = "";

  @Override
  public int order() {
    return 1_000;
  }

  @Override
  public boolean fits() {
    return true;
  }

  @Override
  public String fragment() {
    return "password";
  }

  @Override
  public String title() {
    return "login.title";
  }

  @Override
  public boolean isTypedInto() {
    return true;
  }

  /** Whether there are links to new passwords: they need mail. */
  public boolean isResettable() {
    return outbox.isAvailable();
  }

  /** Whether people may register accounts. */
  public boolean isRegistrable() {
    return registration.isOn();
  }

  /** The page for new accounts, with the request that waits. */
  public String getRegister() {
    return page.withTicket("/register");
  }

  /** The page for who has forgotten the password, with the request that waits. */
  public String getForgot() {
    return page.withTicket("/forgot");
  }

  /** Whether the person comes here after they chose a password by a link. */
  public boolean isChosen() {
    return context.request().getParameter("chosen") != null
        && context.complaint().lines().isEmpty();
  }

  /** The button Sign in. */
  public void signIn() throws IOException {
    if (!context.isGenuine()) {
      return;
    }
    var client = context.client();
    var typed = new SignInForm(getUsername(), new Password(password));
    var early = typed.complaint();
    if (early.isPresent()) {
      context.complain(early.get(), entrance.refused(early.get().logged(), client));
      return;
    }
    var request = context.request();
    var verdict = entrance.judge(request, typed);
    if (verdict instanceof Accepted accepted && accepted.person().mustChangePassword()) {
      due.begin(context.response(), accepted.person());
      context.askAgain();
    } else if (verdict instanceof Accepted accepted) {
      var session = entrance.begin(request, context.response(), accepted.person(), client);
      context.goOn(context.interaction().orElseThrow().signedIn(session.id()));
    } else {
      context.complain(SignInError.of(verdict), entrance.refused(verdict, client));
    }
  }

  /** The value of {@code aria-invalid}, or nothing where there is nothing wrong. */
  public @Nullable String wrong(String field) {
    return context.complaint().fields().contains(field) ? "true" : null;
  }

  /** The value of {@code aria-describedby}, so that screen readers say what is wrong. */
  public @Nullable String described(String field) {
    return wrong(field) != null || isComplaint(field) ? "summary" : null;
  }

  /** The value of {@code autofocus} where the person goes on, or nothing elsewhere. */
  public @Nullable String focus(String element) {
    return element.equals(focused()) ? "autofocus" : null;
  }

  public String getUsername() {
    return Optional.ofNullable(username).orElseGet(this::expected);
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  private String expected() {
    if (context.isOther()) {
      return "";
    }
    var hint =
        context
            .interaction()
            .flatMap(Interaction::loginHint)
            .filter(h -> h.length() <= LONGEST_HINT);
    return context.visitor().map(v -> v.person().username()).or(() -> hint).orElse("");
  }

  // A field in any case, so that whoever types on types into it. A name that was typed stays.
  private String focused() {
    var missing = context.complaint().fields().equals(Set.of("username"));
    return missing || getUsername().isBlank() ? "username" : "password";
  }

  private boolean isComplaint(String field) {
    return !context.complaint().lines().isEmpty() && field.equals(focused());
  }
}
