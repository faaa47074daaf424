package org.sallyport.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import org.sallyport.journey.Application;
import org.sallyport.journey.Authorization;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;
import org.sallyport.resource.details.TestDetails;

/** Each page that a person may see, and the way there. */
enum Scene {
  /** The sign-in form. */
  LOGIN {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
    }
  },
  /** The sign-in form after a typing error. */
  LOGIN_AGAIN {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
      Steps.signIn(page, "olivia", "a typing error");
    }
  },
  /** The sign-in form after nothing was typed. */
  LOGIN_EMPTY {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
      page.click("#sign-in");
      page.waitForSelector("#summary");
    }
  },
  /** The form for another password. */
  NEW_PASSWORD {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
      Steps.signIn(page, "ivan", "a password to be changed");
      page.waitForSelector("#choose");
    }
  },
  /** The same after one was typed that is not taken. */
  NEW_PASSWORD_AGAIN {
    @Override
    void go(Page page, Server server) {
      NEW_PASSWORD.open(page, server);
      page.fill("#new-password", "ivan-ivan-2026-!");
      page.fill("#repeated", "ivan-ivan-2026-!");
      page.click("#choose");
      page.waitForSelector("#summary");
    }
  },
  /** The consent form. */
  CONSENT {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
      Steps.signIn(page, "alice", Visitor.alice(server).password());
    }
  },
  /** The consent form of a request that says in detail what it asks for. */
  CONSENT_DETAILS {
    @Override
    void go(Page page, Server server) {
      var details = TestDetails.array(TestDetails.PAYMENT, TestDetails.ACCOUNTS);
      page.navigate(request(server).with("authorization_details", details).url());
      Steps.signIn(page, "alice", Visitor.alice(server).password());
    }
  },
  /** The consent form after one came that was not of this browser. */
  CONSENT_REPEATED {
    @Override
    void go(Page page, Server server) {
      CONSENT.open(page, server);
      Steps.forge(page, "#allow");
    }
  },
  /** Who is signed in, and whether to go on as that person. */
  CHOOSER {
    @Override
    void go(Page page, Server server) {
      CONSENT.open(page, server);
      page.navigate(request(server).with("prompt", "select_account").url());
    }
  },
  /** The question whether to sign out. */
  LOGOUT {
    @Override
    void go(Page page, Server server) {
      CONSENT.open(page, server);
      page.navigate(server.url("/oauth2/logout"));
    }
  },
  /** The question whether to sign out, after a form came that was not of this browser. */
  LOGOUT_REPEATED {
    @Override
    void go(Page page, Server server) {
      LOGOUT.open(page, server);
      Steps.forge(page, "#sign-out");
    }
  },
  /** After signing out. */
  SIGNED_OUT {
    @Override
    void go(Page page, Server server) {
      LOGOUT.open(page, server);
      page.click("#sign-out");
      page.waitForSelector("body:not(:has(#sign-out))");
    }
  },
  /** Who is signed in, and nothing else. */
  HOME {
    @Override
    void go(Page page, Server server) {
      CONSENT.open(page, server);
      page.navigate(server.url("/"));
    }
  },
  /** What there is to look after in one's own account. */
  ACCOUNT {
    @Override
    void go(Page page, Server server) {
      account(page, server, "");
    }
  },
  /** Where one is signed in. */
  ACCOUNT_SESSIONS {
    @Override
    void go(Page page, Server server) {
      Visitor.alice(server).visits(server.url("/account"));
      account(page, server, "/sessions");
    }
  },
  /** How one chooses another password. */
  ACCOUNT_PASSWORD {
    @Override
    void go(Page page, Server server) {
      account(page, server, "/password");
      page.fill("#new-password", "short");
      page.click("#change-password");
      page.waitForSelector("#summary");
    }
  },
  /** What happened with one's account. */
  ACCOUNT_ACTIVITY {
    @Override
    void go(Page page, Server server) {
      account(page, server, "/activity");
    }
  },
  /** How one asks for a link to a new password. */
  FORGOT {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
      page.click("#forgot-password");
      page.waitForSelector("#send-link");
    }
  },
  /** After a link was asked for. */
  FORGOT_SENT {
    @Override
    void go(Page page, Server server) {
      FORGOT.open(page, server);
      page.fill("#username", "nobody");
      page.click("#send-link");
      page.waitForSelector("body:not(:has(#send-link))");
    }
  },
  /** A link that is over. */
  RESET_GONE {
    @Override
    void go(Page page, Server server) {
      page.navigate(server.url("/reset?link=x"));
    }
  },
  /** What one has allowed applications. */
  ACCOUNT_APPLICATIONS {
    @Override
    void go(Page page, Server server) {
      Visitor.alice(server)
          .tokens(Application.web(server).asksFor("openid profile offline_access"));
      account(page, server, "/applications");
    }
  },
  /** What is stored about oneself. */
  ACCOUNT_DATA {
    @Override
    void go(Page page, Server server) {
      account(page, server, "/data");
    }
  },
  /** The answer as a form, which waits for its button. */
  FORM_POST {
    @Override
    void go(Page page, Server server) {
      page.route("**/assets/form-post.js", Route::abort);
      page.navigate(request(server).with("response_mode", "form_post").url());
      Steps.signIn(page, "alice", Visitor.alice(server).password());
      page.click("#allow");
      page.waitForSelector("#continue");
    }
  },
  /** The page that ends a form and goes on by itself, when the way on fails. */
  ONWARD {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).url());
      page.route("**/oauth2/authorize?ticket=*", route -> route.abort("aborted"));
      Steps.type(page, "alice", Visitor.alice(server).password());
      page.waitForSelector("#go-on");
    }
  },
  /** A form that another site has posted. */
  FOREIGN_FORM {
    @Override
    void go(Page page, Server server) {
      var form =
          "<form method=post action='" + server.url("/login") + "'><button>Go</button></form>";
      page.route(
          "http://localhost:9/",
          route -> route.fulfill(new FulfillOptions().setContentType("text/html").setBody(form)));
      page.navigate("http://localhost:9/");
      page.click("button");
      page.waitForSelector("h1");
    }
  },
  /** A request that nobody holds any more. */
  EXPIRED {
    @Override
    void go(Page page, Server server) {
      page.navigate(server.url("/login?ticket=x"));
    }
  },
  /** A refusal that cannot be sent back to the application. */
  REFUSAL {
    @Override
    void go(Page page, Server server) {
      page.navigate(request(server).with("redirect_uri", "https://evil.test/").url());
    }
  },
  /** A page that is not there. */
  NOT_FOUND {
    @Override
    void go(Page page, Server server) {
      page.navigate(server.url("/nowhere"));
    }
  };

  abstract void go(Page page, Server server);

  /** Goes to the page, and waits until its styles and pictures are there too. */
  final void open(Page page, Server server) {
    go(page, server);
    page.waitForLoadState();
  }

  private static void account(Page page, Server server, String section) {
    CONSENT.open(page, server);
    page.navigate(server.url("/account" + section));
  }

  private static Authorization request(Server server) {
    var scope = "openid profile email notes.read notes.write offline_access";
    return Application.web(server).asksFor(scope).with("prompt", "consent");
  }
}
