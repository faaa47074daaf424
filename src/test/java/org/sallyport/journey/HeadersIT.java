package org.sallyport.journey;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What every answer carries, whatever it is, and what no page refers to. */
@Spec({"OWASP ASVS 5.0 §3.4", "RFC 9700 §4.2"})
class HeadersIT {
  private final Server server = Server.onH2();
  private final Browser browser = new Browser(server);

  @ParameterizedTest
  @Security({109, 110})
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/consent",
        "/logout",
        "/nowhere",
        "/oauth2/authorize",
        "/oauth2/token",
        "/oauth2/nowhere",
        "/oauth2/userinfo",
        "/oauth2/jwks",
        "/oauth2/logout",
        "/.well-known/openid-configuration",
        "/.well-known/nowhere",
        "/health/ready",
        "/assets/sallyport.css",
        "/assets/nowhere.css",
        "/brand/nowhere.css",
        "/logos/nowhere.png"
      })
  void every_answer_is_guarded(String path) {
    var answer = browser.get(server.url(path));
    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .contains("form-action")
        .doesNotContain("unsafe-inline", "unsafe-eval", "*");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).isNotEmpty();
    assertThat(answer.headers().allValues("Date")).hasSize(1);
    assertThat(Instant.from(RFC_1123_DATE_TIME.parse(answer.header("Date"))))
        .isCloseTo(Instant.now(), within(1, MINUTES));
    assertThat(answer.headers().map().keySet())
        .noneMatch(h -> List.of("server", "x-powered-by").contains(h.toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @Security(111)
  @ValueSource(strings = {"/nowhere", "/index.html", "/assets", "/assets/nowhere.css"})
  void what_is_not_there_is_a_page_of_our_own(String path) {
    assertThat(nothingAt(path).page().select("h1")).isNotEmpty();
  }

  // Some servers refuse these before any filter of ours.
  @ParameterizedTest
  @Security(111)
  @ValueSource(strings = {"/META-INF", "/WEB-INF", "/WEB-INF/classes", "/WEB-INF/web.xml"})
  void the_inside_of_the_application_is_nowhere(String path) {
    nothingAt(path);
  }

  private Answer nothingAt(String path) {
    var answer = browser.get(server.url(path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Payara", "GlassFish", "Exception");
    return answer;
  }

  @Test
  @Security(110)
  void no_page_refers_to_another_site_by_itself() {
    var alice = Visitor.alice(server);
    var request = Application.web(server).asksFor("openid").with("prompt", "consent");
    var login = alice.opens(request);
    var consent = alice.signsIn(login);
    var error = browser.get(server.url("/oauth2/authorize"));
    var logout = alice.browser().open(server.url("/oauth2/logout"));
    for (var page : List.of(login, consent, error, logout)) {
      assertThat(page.page().select("[src], link[href]"))
          .allMatch(e -> ours(page, e.hasAttr("src") ? e.attr("src") : e.attr("href")));
      assertThat(page.page().select("a[href^=http]"))
          .filteredOn(a -> !ours(page, a.attr("href")))
          .allMatch(
              a -> a.attr("rel").contains("noopener") && a.attr("rel").contains("noreferrer"));
      assertThat(page.page().select("[style], style, script:not([src]), [onclick], [onload]"))
          .isEmpty();
    }
  }

  @Test
  @Security({57, 109})
  void cookies_are_for_this_server_only_and_say_nothing() {
    var alice = Visitor.alice(server);
    var request = Application.web(server).asksFor("openid notes.read");
    alice.authorizes(request);
    assertThat(alice.browser().cookiesSeen())
        .isNotEmpty()
        .allSatisfy(
            c -> {
              assertThat(c.attributes()).contains("httponly", "samesite=lax", "path=/");
              assertThat(c.attributes()).noneMatch(a -> a.startsWith("domain"));
              assertThat(c.value().length()).isBetween(22, 4_000);
              assertThat(c.value()).doesNotContain("alice", "notes.read", request.get("state"));
              assertThat(c.name()).isNotEqualTo("JSESSIONID").doesNotStartWith("oam.");
            });
  }

  private boolean ours(Answer page, String reference) {
    return page.resolve(reference).startsWith(server.issuer() + "/");
  }
}
