package org.sallyport.platform.http;

import java.time.Instant;
import java.util.Map;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;

/** The beans of this package, wired by hand. */
final class Wired {
  static final Settings SECURE = TestSettings.standard();
  static final Settings LOCAL = TestSettings.with(Map.of("issuer", "http://localhost:8080"));

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

  static ErrorPage page() {
    var page = new ErrorPage();
    page.languages = languages();
    page.clock = new SettableClock(Instant.parse("2026-03-01T10:20:30.5Z"));
    return page;
  }

  static Answers answers() {
    var answers = new Answers();
    answers.audit = new Audit();
    answers.page = page();
    return answers;
  }
}
