package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.sallyport.interaction.page.Page;
import org.sallyport.session.Sessions;

/** The page on which a person deletes their account, after a sign-in of minutes ago at most. */
@Named
@RequestScoped
public class DeletionPage {
  @Inject AccountContext account;
  @Inject AccountDeletion deletion;
  @Inject Sessions sessions;
  @Inject Page page;

  /** Whether this account may be deleted by its owner. */
  public boolean isAllowed() {
    return policy() == AccountDeletion.Policy.ALLOWED;
  }

  /** Who can delete it, if its owner cannot. */
  public String getReason() {
    return account.texts().text("account.delete." + policy().name().toLowerCase(Locale.ROOT));
  }

  /** The button. */
  public void delete() {
    if (!account.takesChange()) {
      return;
    }
    if (deletion.delete(account.person().subject(), account.texts().locale())) {
      sessions.forget(account.response());
      page.seeOther("/?deleted=yes");
    } else {
      account.done("delete-refused");
    }
  }

  private AccountDeletion.Policy policy() {
    return deletion.policy(account.person());
  }
}
