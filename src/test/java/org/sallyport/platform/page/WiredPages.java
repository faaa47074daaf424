package org.sallyport.platform.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.SettableClock;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.OneKey;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.platform.page.ApplicationContacts.Contact;

/** The beans of pages, wired by hand. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class WiredPages {
  public static final Settings SECURE = TestSettings.standard();
  public static final Settings LOCAL = TestSettings.with(Map.of("issuer", "http://localhost:8080"));

  private static final Map<String, Contact> CONTACTS =
      Map.of(
          "notes",
          new Contact(
              "Field <Notes>",
              Optional.of("The Notes Co & Sons"),
              List.of("help@notes.test", "+49 30 901820", "https://notes.test/?a&b", "room 3"),
              Optional.of("https://notes.test/start?a=1&b=2")),
          "bare",
          new Contact("Bare", Optional.empty(), List.of(), Optional.empty()));

  private WiredPages() {}

  public static Languages languages() {
    return languages(Brand.NONE);
  }

  /** Those of an installation that looks like this. */
  public static Languages languages(Brand brand) {
    var languages = new Languages();
    languages.branding = () -> brand;
    languages.cookies = TestCookies.of(SECURE);
    return languages;
  }

  static Csrf csrf(ServerMac secrets) {
    var browser = new Browser();
    browser.cookies = TestCookies.of(LOCAL);
    var csrf = new Csrf();
    csrf.browser = browser;
    csrf.secrets = secrets;
    return csrf;
  }

  public static SealedErrors sealed() {
    var sealed = new SealedErrors();
    sealed.seal = new OneKey();
    return sealed;
  }

  public static ErrorPage page() {
    return page(Brand.NONE);
  }

  static ErrorPage page(Brand brand) {
    var page = new ErrorPage();
    page.languages = languages(brand);
    page.sealed = sealed();
    page.contacts = (client, language) -> Optional.ofNullable(CONTACTS.get(client.value()));
    page.clock = new SettableClock(Instant.parse("2026-03-01T10:20:30.5Z"));
    return page;
  }
}
