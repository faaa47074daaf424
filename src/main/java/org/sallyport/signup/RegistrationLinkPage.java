package org.sallyport.signup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sallyport.interaction.page.NewPasswordForm;
import org.sallyport.interaction.page.Page;
import org.sallyport.person.NewAccount;
import org.sallyport.person.SelfRegistration;
import org.sallyport.person.SelfRegistration.Outcome;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.platform.audit.AuditEvent;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.Subject;

/**
 * The page {@code /registration} of a link in a mail, on which somebody chooses the password of the
 * account that they asked for, and another username if theirs is taken. To show it changes nothing.
 */
@Named
@RequestScoped
public class RegistrationLinkPage {
  private static final Subject NOBODY = new Subject(AuditEvent.UNKNOWN);

  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject LinkedRegistration accounts;
  @Inject SelfRegistration registration;
  @Inject NewPasswordForm form;

  private Optional<RegistrationKept> kept = Optional.empty();
  private String username = "";

  @PostConstruct
  void find() {
    kept = accounts.find(getLink());
    username = kept.map(k -> k.account().username()).orElse("");
  }

  /** Before the page is shown: a link that is over says so. */
  public void open() {
    if (!isLive()) {
      page.response().setStatus(410);
    }
  }

  /** The button. */
  public void choose() {
    if (form.isGenuine()) {
      kept.ifPresent(this::choose);
    }
  }

  private void choose(RegistrationKept registered) {
    var asked = registered.account();
    var name = SelfRegistration.username(username, asked.address());
    if (name.isEmpty()) {
      complain("register.username.wrong");
      return;
    }
    var account = new NewAccount(asked.address(), username.strip(), asked.name());
    if (!form.take(NOBODY, typed -> join(registered, account, typed))) {
      page.response().setStatus(400);
    }
  }

  // What became of it is shown by what is complained of afterwards.
  private Optional<PasswordRefusal> join(
      RegistrationKept registered, NewAccount account, Password password) {
    var refusal = registration.refusal(account, password);
    if (refusal.isEmpty()) {
      show(accounts.join(getLink(), account, password), registered);
    }
    return refusal;
  }

  private void show(Outcome outcome, RegistrationKept registered) {
    switch (outcome) {
      case JOINED -> page.signInWith(registered.ticket());
      case NAME_TAKEN -> complain("register.username.taken");
      case TOO_LATE -> kept = Optional.empty();
    }
  }

  private void complain(String key) {
    form.complain(texts().text(key), page.refuse(400, "invalid_request", key));
  }

  /** Whether the link can be used. */
  public boolean isLive() {
    return kept.isPresent();
  }

  public String getTitle() {
    return texts().text(isLive() ? "registration.title" : "reset.gone.title");
  }

  /** The fields of the password. */
  public NewPasswordForm getForm() {
    return form;
  }

  /** The address of the account. */
  public String getAddress() {
    return kept.map(k -> k.account().address().toString()).orElse("");
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String typed) {
    username = typed == null ? "" : typed;
  }

  /** The secret part of the link. */
  public String getLink() {
    return Optional.ofNullable(request.getParameter("link")).orElse("");
  }

  private Texts texts() {
    return page.texts();
  }
}
