package org.sallyport.browser;

import com.microsoft.playwright.Page;

/** What a person does on a page. */
final class Steps {
  private static final String AGAIN = "main a[href*='/oauth2/authorize?ticket=']:not(#go-on)";

  private Steps() {}

  /** Fills in the sign-in form, sends it, and waits for what comes behind the page in between. */
  static void signIn(Page page, String username, String password) {
    type(page, username, password);
    page.waitForSelector("html:not(:has(meta[http-equiv=refresh])) body");
  }

  /** Fills in the sign-in form, and sends it. */
  static void type(Page page, String username, String password) {
    page.fill("#username", username);
    page.fill("#password", password);
    page.click("#sign-in");
  }

  /** Sends a form that is not of this browser, by its button, and waits until it is refused. */
  static void forge(Page page, String button) {
    page.evaluate("document.querySelector('input[name=csrf]').value = 'x'");
    page.click(button);
    page.waitForSelector(".summary");
  }

  /** Waits for the page of a request that was answered before. */
  static void seesThatItWasAnswered(Page page) {
    page.waitForSelector(AGAIN);
  }

  /** Takes up anew, by the link on that page, what was asked for with consent. */
  static void startAgain(Page page) {
    press(page, AGAIN);
    page.waitForSelector("#allow");
  }

  /** Presses what is there without the mouse, which headless Chromium may pass on no longer. */
  static void press(Page page, String element) {
    page.dispatchEvent(element, "click");
  }
}
