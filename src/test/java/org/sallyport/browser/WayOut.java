package org.sallyport.browser;

import com.microsoft.playwright.Page;
import org.sallyport.journey.Application;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;

/** Each form of ours after which a browser goes back to an application, up to its button. */
enum WayOut {
  /** A person signs in to an application that asks for no consent. */
  SIGN_IN("#sign-in") {
    @Override
    void open(Page page, Server server) {
      page.navigate(Application.house(server).asksFor("openid").url());
      page.fill("#username", "alice");
      page.fill("#password", Visitor.alice(server).password());
    }
  },
  /** A person who is signed in already goes on. */
  CHOOSE("#continue") {
    @Override
    void open(Page page, Server server) {
      CONSENT.open(page, server);
      var request = Application.house(server).asksFor("openid");
      page.navigate(request.with("prompt", "select_account").url());
    }
  },
  /** A person allows. */
  CONSENT("#allow") {
    @Override
    void open(Page page, Server server) {
      page.navigate(Application.web(server).asksFor("openid").with("prompt", "consent").url());
      Steps.signIn(page, "alice", Visitor.alice(server).password());
      page.waitForSelector("#allow");
    }
  },
  /** A person denies. */
  DENY("#deny") {
    @Override
    void open(Page page, Server server) {
      CONSENT.open(page, server);
    }
  },
  /** A person signs out where an application sent them to. */
  SIGN_OUT("#sign-out") {
    @Override
    void open(Page page, Server server) {
      CONSENT.open(page, server);
      var to = "?client_id=web&post_logout_redirect_uri=https%3A%2F%2Fweb.test%2Fbye";
      page.navigate(server.url("/oauth2/logout" + to));
    }
  },
  /** The answer is a form itself. */
  FORM_POST("#continue") {
    @Override
    void open(Page page, Server server) {
      Scene.FORM_POST.open(page, server);
    }
  };

  private final String button;

  WayOut(String button) {
    this.button = button;
  }

  abstract void open(Page page, Server server);

  /** Presses the button that leads out. */
  void press(Page page) {
    page.click(button);
  }
}
