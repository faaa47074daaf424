package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Asks whether to go on with the account that is signed in, or with another one. */
@Named
@RequestScoped
public class AccountChooser implements SignInQuestion {
  @Inject SignInContext context;

  @Override
  public int order() {
    return 100;
  }

  @Override
  public boolean fits() {
    return context.visitor().isPresent() && !context.isOther() && !context.isAgain() && !isTyped();
  }

  @Override
  public String fragment() {
    return "account";
  }

  @Override
  public String title() {
    return "login.title.choose";
  }

  /** The words on the button Continue. */
  public String getGoingOn() {
    return context.texts().text("login.continue", context.person());
  }

  /** The button Continue. */
  public void goOn() throws IOException {
    var visitor = context.visitor();
    if (context.isGenuine() && visitor.isPresent()) {
      var session = visitor.get().session();
      context.goOn(context.interaction().orElseThrow().accountChosen(session.id()));
    }
  }

  // A form from before the sign-in in another tab still does what it was shown for.
  private boolean isTyped() {
    return context.request().getParameter("username") != null;
  }
}
