package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.journey.Mailbox;
import org.sallyport.journey.Server;

/** The pages on which an address is changed, and those of the links that are mailed for it. */
@Spec("WCAG 2.2 AA")
class AddressPagesIT {
  private static final String OLD = "pauline@example.org";
  private static final int SMALL_PHONE = 320;

  private final Server server = Server.onH2();

  @ParameterizedTest
  @CsvSource({"en, pauline", "de, paul", "ar, paula"})
  void the_way_from_the_account_to_the_new_address_and_back(String language, String username) {
    var options = new NewContextOptions().setLocale(language);
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      page.navigate(server.url("/account/email"));
      Steps.signIn(page, username, username + " has a long password");
      page.waitForSelector("#new-email");
      look(page, "account-email", language);
      page.fill("#new-email", "nobody@localhost@");
      page.evaluate("document.querySelector('#email-form').noValidate = true");
      page.click("#change-email");
      page.waitForSelector("#summary");
      look(page, "account-email-wrong", language);
      var address = username + ".new@example.org";
      page.fill("#new-email", address);
      page.click("#change-email");
      page.waitForSelector("[role=status]");
      page.navigate(Mailbox.newestLink(address));
      look(page, "email-change", language);
      // The link is still there in the other language.
      page.click("#lang-" + (language.equals("de") ? "en" : "de"));
      page.click("#lang-" + language);
      page.click("#confirm-address");
      page.waitForSelector("#go-on");
      look(page, "email-change-done", language);
      page.navigate(Mailbox.newestLink(address));
      look(page, "email-change-gone", language);
      page.navigate(Mailbox.newestLink(OLD.replace("pauline", username)));
      look(page, "not-me", language);
      page.click("#undo-change");
      page.waitForSelector("#go-on");
      look(page, "not-me-done", language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ar"})
  void the_way_to_a_new_account(String language) {
    try (var profile = Chromium.profile(new NewContextOptions().setLocale(language))) {
      var page = profile.newPage();
      page.navigate(server.url("/register"));
      look(page, "register", language);
      page.evaluate("document.querySelector('#register-form').noValidate = true");
      page.click("#send-link");
      page.waitForSelector("#summary");
      look(page, "register-wrong", language);
      var address = "page." + language + "@signup.test";
      page.fill("#email", address);
      page.fill("#name", "Page Example");
      page.click("#send-link");
      page.waitForURL(url -> url.contains("sent="));
      look(page, "register-sent", language);
      page.navigate(Mailbox.newestLink(address));
      look(page, "registration", language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ar"})
  void the_home_page_and_the_preferences(String language) {
    var options = new NewContextOptions().setLocale(language).setColorScheme(ColorScheme.DARK);
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      page.navigate(server.url("/account/preferences"));
      Steps.signIn(page, "bob", "hunter2 hunter2 hunter2");
      page.waitForSelector("#time-zone");
      look(page, "account-preferences", language);
      page.navigate(server.url("/account/delete"));
      look(page, "account-delete", language);
      page.navigate(server.url("/"));
      page.waitForSelector(".cards");
      look(page, "home-applications", language);
    }
  }

  private static void look(Page page, String name, String language) {
    page.setViewportSize(1280, 800);
    PagesIT.assertAccessible(page, name + "-" + language + ".png");
    PagesIT.assertHasOnePrimaryButton(page);
    page.setViewportSize(SMALL_PHONE, 640);
    PagesIT.assertDoesNotScrollSideways(page);
    PagesIT.assertAccessible(page, name + "-" + language + "-phone.png");
    assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
  }
}
