package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.sallyport.interaction.page.NewPasswordForm;

/** The page on which a person chooses a new password, after a sign-in of minutes ago at most. */
@Named
@RequestScoped
public class PasswordPage {
  @Inject AccountContext account;
  @Inject AccountPassword passwords;
  @Inject NewPasswordForm form;

  /** The button. */
  public void choose() {
    if (!account.takesChange()) {
      return;
    }
    var person = account.person();
    var spoken = account.texts().locale();
    if (form.take(person.subject(), typed -> passwords.choose(account.user(), typed, spoken))) {
      passwords.begin(account.request(), account.response(), person);
      account.done("password");
    } else {
      account.response().setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** The fields of the new password. */
  public NewPasswordForm getForm() {
    return form;
  }
}
