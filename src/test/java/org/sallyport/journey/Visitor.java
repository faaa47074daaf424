package org.sallyport.journey;

/** A person at a browser of their own. */
public record Visitor(Browser browser, String username, String password) {

  /** Alice, whose browser has never been here. */
  public static Visitor alice(Server server) {
    return new Visitor(new Browser(server), "alice", "correct horse battery staple");
  }

  /** Bob, whose browser has never been here. */
  public static Visitor bob(Server server) {
    return new Visitor(new Browser(server), "bob", "hunter2 hunter2 hunter2");
  }

  /** Carol, whose password has letters of many alphabets, and whose browser is new too. */
  public static Visitor carol(Server server) {
    return new Visitor(new Browser(server), "carol", "Grüße aus Köln 🏰 und anderswo");
  }

  /** Grace, who is in so many groups that her ID tokens are long. */
  public static Visitor grace(Server server) {
    return new Visitor(new Browser(server), "grace", "a nanosecond is a piece of wire");
  }

  /** The same browser in the hands of another person. */
  public Visitor handsOverTo(Visitor other) {
    return new Visitor(browser, other.username, other.password);
  }

  /** Follows the application's link, and stops at the first page or at the way back. */
  public Answer opens(Authorization request) {
    return browser.open(request.url());
  }

  /** Fills in the sign-in form. */
  public Answer signsIn(Answer loginPage) {
    return signsIn(loginPage, password);
  }

  /** Fills in the sign-in form with this password. */
  public Answer signsIn(Answer loginPage, String typed) {
    return Form.of(loginPage, "sign-in")
        .with("username", username)
        .with("password", typed)
        .press(browser);
  }

  /** Presses Allow. */
  public Answer allows(Answer consentPage) {
    return Form.of(consentPage, "allow").press(browser);
  }

  /** Presses Deny. */
  public Answer denies(Answer consentPage) {
    return Form.of(consentPage, "deny").press(browser);
  }

  /** Goes the whole way: signs in and allows wherever asked, and comes back to the application. */
  public Answer authorizes(Authorization request) {
    return visits(request.url());
  }

  /** The same by any link. */
  public Answer visits(String url) {
    return goesOn(browser.open(url));
  }

  /** Goes the rest of the way from a page; what was left out before is allowed too. */
  public Answer goesOn(Answer page) {
    var answer = page;
    if (shows(answer, "sign-in")) {
      answer = signsIn(answer);
    }
    if (shows(answer, "allow")) {
      answer = Form.of(answer, "allow").checkingAll().press(browser);
    }
    return answer;
  }

  /** Signs out on the page that asks. */
  public Answer signsOut() {
    var page = browser.open(browser.server().url("/oauth2/logout"));
    return Form.of(page, "sign-out").press(browser);
  }

  /** Goes the whole way, and the application redeems the code. */
  public Answer tokens(Authorization request) {
    return request.application().redeems(request, authorizes(request));
  }

  /** Whether a page has a button. */
  public static boolean shows(Answer answer, String button) {
    return answer.page().getElementById(button) != null;
  }
}
