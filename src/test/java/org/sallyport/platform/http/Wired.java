package org.sallyport.platform.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.OneKey;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.platform.http.ApplicationContacts.Contact;
import org.sallyport.platform.runtime.FaultClassifier;

/** The beans of this package, wired by hand. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class Wired {
  static final Settings SECURE = TestSettings.standard();
  static final Settings LOCAL = TestSettings.with(Map.of("issuer", "http://localhost:8080"));

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

  private Wired() {}

  static Cookies cookies(Settings settings) {
    var cookies = new Cookies();
    cookies.settings = settings;
    return cookies;
  }

  static Languages languages() {
    var languages = new Languages();
    languages.cookies = cookies(SECURE);
    return languages;
  }

  static Csrf csrf(ServerMac secrets) {
    var browser = new Browser();
    browser.cookies = cookies(LOCAL);
    var csrf = new Csrf();
    csrf.browser = browser;
    csrf.secrets = secrets;
    return csrf;
  }

  static Faults faults(FaultClassifier classifier) {
    var faults = new Faults();
    faults.classifiers = new Several<>(List.of(classifier));
    return faults;
  }

  /** Some of what the application serves. */
  static ServedPaths served() {
    var page = Set.of("GET", "HEAD", "POST");
    var read = Set.of("GET", "HEAD");
    var served = new ServedPaths();
    served.know(
        Map.of(
            "/", page,
            "/login", page,
            "/oauth2/authorize", Set.of("GET", "POST"),
            "/oauth2/logout", Set.of("GET", "POST"),
            "/oauth2/token", Set.of("POST"),
            "/oauth2/jwks", read,
            "/.well-known/openid-configuration/*", read,
            "/.well-known/oauth-authorization-server/*", read,
            "/assets/*", read));
    return served;
  }

  static PathFilter pathFilter() {
    var filter = new PathFilter();
    filter.answers = answers();
    filter.served = served();
    return filter;
  }

  static HostFilter hostFilter() {
    var filter = new HostFilter();
    filter.settings = SECURE;
    filter.answers = answers();
    return filter;
  }

  static DepartureFilter departureFilter() {
    var filter = new DepartureFilter();
    filter.answers = answers();
    return filter;
  }

  static CorsFilter corsFilter(AllowedOrigins origins) {
    var filter = new CorsFilter();
    filter.origins = new Several<>(List.of(origins));
    return filter;
  }

  static HeadersFilter headersFilter(Settings settings) {
    var filter = new HeadersFilter();
    filter.settings = settings;
    filter.clock = new SettableClock(Instant.parse("2026-11-07T09:05:03.9Z"));
    return filter;
  }

  static ErrorPage page() {
    var page = new ErrorPage();
    page.languages = languages();
    page.sealed = new SealedErrors();
    page.sealed.seal = new OneKey();
    page.contacts = (client, language) -> Optional.ofNullable(CONTACTS.get(client.value()));
    page.clock = new SettableClock(Instant.parse("2026-03-01T10:20:30.5Z"));
    return page;
  }

  static ProblemResponses answers() {
    var answers = new ProblemResponses();
    answers.audit = new Audit();
    answers.page = page();
    return answers;
  }
}
