package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.journey.Server;

/**
 * Forms whose way goes on behind the client: to another origin, as with identity brokers, or to an
 * application on the device. Chromium checks all of it against the page that the form was on.
 */
@Spec("CSP3 §6.4.2")
class WayOutIT {
  private static final String APPLICATION = "com.example.app:/cb";
  private static final int PATIENCE = 20_000;
  private static final String POST_ELSEWHERE =
      "() => { const f = document.createElement('form'); f.method = 'post';"
          + " f.action = 'https://end.test/'; document.body.append(f); f.submit(); }";

  private final Server server = Server.onH2();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void a_client_sends_the_browser_on_to_another_origin(WayOut way) {
    try (var profile = Chromium.profile()) {
      var page = listened(profile.newPage());
      var sites = Sites.of(page, Sites.END + "done");
      way.open(page, server);
      way.press(page);
      page.waitForURL(Sites.END + "done");
      assertThat(sites.visits()).hasSize(2);
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_does_so_without_script(WayOut way) {
    var options = new NewContextOptions().setJavaScriptEnabled(false);
    try (var profile = Chromium.profile(options)) {
      var page = listened(profile.newPage());
      Sites.of(page, Sites.END + "done");
      way.open(page, server);
      way.press(page);
      page.waitForURL(Sites.END + "done");
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Spec("RFC 8252 §7.1")
  void a_client_sends_the_browser_on_to_an_application_on_the_device(WayOut way) {
    try (var profile = Chromium.profile()) {
      var page = listened(profile.newPage());
      var sites = Sites.of(page, APPLICATION);
      way.open(page, server);
      way.press(page);
      Poll.until(Duration.ofSeconds(10), () -> isCalled(page, sites));
      // What is blocked is told a moment later.
      page.waitForTimeout(500);
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void whoever_comes_back_from_an_application_that_did_not_open_can_go_on_at_once() {
    try (var profile = Chromium.profile()) {
      var page = listened(profile.newPage());
      var sites = Sites.of(page, APPLICATION);
      WayOut.CONSENT.open(page, server);
      WayOut.CONSENT.press(page);
      Poll.until(Duration.ofSeconds(10), () -> isCalled(page, sites));
      Steps.press(page, "#go-on");
      Steps.startAgain(page);
      Steps.press(page, "#allow");
      Poll.until(Duration.ofSeconds(10), () -> page.title() != null && sites.visits().size() == 2);
    }
  }

  @Test
  void the_page_in_between_is_skipped_on_the_way_back() {
    try (var profile = Chromium.profile()) {
      var page = listened(profile.newPage());
      Sites.of(page, Sites.END + "done");
      WayOut.CONSENT.open(page, server);
      WayOut.CONSENT.press(page);
      page.waitForURL(Sites.END + "done");
      page.goBack();
      Steps.seesThatItWasAnswered(page);
      page.goBack();
      assertThat(page.url()).contains("/login?ticket=");
    }
  }

  // What posts to the client itself has to let it send the browser on.
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FORM_POST")
  @Security(110)
  void a_form_that_was_smuggled_into_a_page_leads_nowhere(Scene scene) {
    try (var profile = Chromium.profile()) {
      var page = listened(profile.newPage());
      var sites = Sites.of(page, Sites.END);
      scene.open(page, server);
      page.evaluate(POST_ELSEWHERE);
      Poll.until(Duration.ofSeconds(10), () -> page.title() != null && !complaints.isEmpty());
      assertThat(complaints).allMatch(c -> c.contains("form-action 'self'\""));
      assertThat(sites.visits()).isEmpty();
    }
  }

  private static boolean isCalled(Page page, Sites sites) {
    // Asking the page lets its events come in.
    return page.title() != null && !sites.visits().isEmpty();
  }

  private Page listened(Page page) {
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(
        m -> {
          if (m.text().contains("Content Security Policy")) {
            complaints.add(m.text());
          }
        });
    return page;
  }
}
