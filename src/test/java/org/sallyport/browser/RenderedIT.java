package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.Route.ResumeOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.journey.Answer;
import org.sallyport.journey.Application;
import org.sallyport.journey.Browser;
import org.sallyport.journey.Postgres;
import org.sallyport.journey.Server;

/**
 * Every kind of page as a browser shows it, on every server: a heading, and no source of a page
 * among its words. A status alone does not tell, since a server may escape or replace what it is
 * given.
 */
class RenderedIT {
  private static final String NAME_OF_WEB = "Web & Co <b>";
  private static final String TOO_LONG = "(too long)";

  private final Server server = Server.onH2();

  @ParameterizedTest
  @EnumSource
  void a_page_is_shown(Scene scene) {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      scene.open(page, server);
      assertShown(page);
    }
  }

  @ParameterizedTest
  @Security(2)
  @CsvSource({
    "400, GET, /oauth2/authorize",
    "400, GET, /oauth2/authorize?client_id=nobody",
    "400, GET, /oauth2/authorize?client_id=web&redirect_uri=https%3A%2F%2Fevil.test%2F",
    "400, GET, /oauth2/authorize?client_id=web&client_id=web",
    "400, GET, /oauth2/authorize?ticket=x",
    "415, POST, /oauth2/authorize",
    "415, POST, /oauth2/logout",
    "405, PUT, /oauth2/authorize",
    "400, GET, /oauth2/logout?ticket=x",
    "400, GET, /oauth2/logout?client_id=nobody&post_logout_redirect_uri=https%3A%2F%2Fevil.test",
    "400, GET, /oauth2/authorize?client_id=%FF",
    "414, GET, /oauth2/authorize?state=(too long)",
    "413, POST, /oauth2/authorize",
  })
  void a_refusal_of_an_endpoint_is_shown(int status, String method, String path) {
    assertRefused(status, method, path);
  }

  @ParameterizedTest
  @Security(2)
  @CsvSource({
    "400, GET, /login?ticket=x",
    "400, GET, /login?jakarta.faces.ViewState=x",
    "400, GET, /consent",
    "405, PUT, /login",
    "404, GET, /nowhere",
    "404, GET, /assets/nowhere.css",
  })
  void a_refusal_of_a_page_is_shown(int status, String method, String path) {
    assertRefused(status, method, path);
  }

  @Test
  @Security(39)
  void another_host_is_shown() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var answer = page.navigate("http://127.0.0.1:" + server.port() + "/login");
      assertThat(answer.status()).isEqualTo(421);
      assertRefused(page, answer);
    }
  }

  @Test
  @Security(118)
  void a_database_that_is_away_is_shown() {
    var remote = onWire();
    var wire = Postgres.shared().wire();
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var asked = new Browser(remote).sending("Accept-Language", "en");
      var url = Application.web(remote).asksFor("openid").url();
      wire.cut();
      Poll.until(Duration.ofSeconds(15), () -> asked.get(url).status() == 503);
      var shown = asked.get(url);
      // The issuer of some is a name that only a proxy makes reachable.
      page.route(url, route -> route.fulfill(as(shown)));
      var answer = page.navigate(url);
      assertThat(answer.status()).isEqualTo(503);
      assertRefused(page, answer);
    } finally {
      wire.mend();
      var health = new Browser(remote);
      Poll.until(
          Duration.ofSeconds(20), () -> health.get(remote.url("/health/ready")).status() == 200);
    }
  }

  private void assertRefused(int status, String method, String path) {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var url = server.url(path.replace(TOO_LONG, "x".repeat(16_400)));
      var sent = new ResumeOptions().setMethod(method);
      if (!method.equals("GET")) {
        sent.setPostData(status == 413 ? "x".repeat(200_000) : "a=b");
        page.route(url, route -> route.resume(sent));
      }
      var answer = page.navigate(url);
      assertThat(answer.status()).isEqualTo(status);
      assertRefused(page, answer);
    }
  }

  private Server onWire() {
    return "postgres".equals(System.getProperty("database")) ? server : Server.onPostgres();
  }

  private static FulfillOptions as(Answer answer) {
    return new FulfillOptions()
        .setStatus(answer.status())
        .setContentType(answer.header("Content-Type"))
        .setBody(answer.body());
  }

  private static void assertRefused(Page page, Response answer) {
    assertThat(String.valueOf(answer.headerValue("content-type")).replace(" ", ""))
        .isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertShown(page);
    assertThat(page.innerText("main")).containsPattern("Case [0-9A-Z]{4}-[0-9A-Z]{4}, 20");
  }

  private static void assertShown(Page page) {
    // Page.title() tells of what is being loaded, while ONWARD's way on is still to fail.
    assertThat(page.locator("head > title").textContent())
        .endsWith(" · Sallyport")
        .doesNotStartWith(" ");
    assertThat(page.locator("h1:visible").allInnerTexts()).singleElement().asString().isNotBlank();
    assertThat(page.locator("head > link[rel=stylesheet]").count()).isEqualTo(1);
    assertThat(page.innerText("body").replace(NAME_OF_WEB, ""))
        .isNotBlank()
        .doesNotContain("<", "&lt;", "&gt;", "&amp;", "&#", "&quot;");
  }
}
