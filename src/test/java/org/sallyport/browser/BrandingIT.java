package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Poll;
import org.sallyport.Spec;
import org.sallyport.journey.Branded;
import org.sallyport.journey.Server;

/** Every page of an installation that has a name, a logo and colours of its own. */
class BrandingIT {
  private static final String DRAWN = "document.querySelector('%s').naturalWidth";
  private static final String COLOUR = "getComputedStyle(document.querySelector('%s')).%s";

  private final Server server = Branded.server();

  @ParameterizedTest
  @EnumSource
  void a_page_has_the_name_of_the_installation_and_not_ours(Scene scene) {
    var complaints = new ArrayList<String>();
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      page.onConsoleMessage(m -> complaints.add(m.text()));
      scene.open(page, server);
      assertThat(page.content()).doesNotContain("Sallyport");
      assertThat(page.locator("head > title").textContent()).endsWith(" · " + Branded.NAME);
      assertThat(page.getAttribute(".masthead img", "alt")).isEqualTo(Branded.NAME);
      assertThat(page.evaluate(DRAWN.formatted(".masthead img"))).isEqualTo(600);
      assertThat(page.evaluate(COLOUR.formatted("main", "borderBlockStartColor")))
          .isEqualTo(Branded.ACCENT);
      assertThat(page.locator("footer .links a").allInnerTexts())
          .containsExactly("Help", "Privacy", "Imprint");
      assertThat(complaints).filteredOn(c -> !c.startsWith("Failed to load resource")).isEmpty();
      PagesIT.assertAccessible(page, scene + "-branded.png");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGIN_AGAIN", "CONSENT", "ACCOUNT_SESSIONS", "EXPIRED"})
  @Spec("WCAG 2.2 §1.4.3")
  void its_colours_can_be_read_on_dark_pages_too(Scene scene) {
    var dark = new NewContextOptions().setLocale("de").setColorScheme(ColorScheme.DARK);
    try (var profile = Chromium.profile(dark)) {
      var page = profile.newPage();
      scene.open(page, server);
      assertThat(page.evaluate(DRAWN.formatted(".masthead img"))).isEqualTo(700);
      PagesIT.assertAccessible(page, scene + "-branded-dark.png");
    }
  }

  @Test
  void the_sign_in_page_has_a_notice_and_the_words_of_the_installation() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      Scene.LOGIN.open(page, server);
      assertThat(page.innerText("#notice")).isEqualTo(Branded.NOTICE);
      assertThat(page.innerText("h1")).startsWith("Come aboard of ");
      page.click("#lang-de");
      assertThat(page.innerText("#notice")).isEqualTo(Branded.NOTICE);
      assertThat(page.innerText("h1")).contains("anmelden");
    }
  }

  @Test
  void the_logo_of_an_application_is_shown_by_this_server_and_was_fetched_once() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      Poll.until(Duration.ofSeconds(60), () -> opens(page, Scene.LOGIN));
      assertThat(page.evaluate(DRAWN.formatted(".applicant .logo"))).isEqualTo(128);
      Scene.CONSENT.open(page, server);
      assertThat(page.evaluate(DRAWN.formatted(".applicant .logo"))).isEqualTo(128);
      assertThat(page.locator(".avatar").count()).isZero();
      PagesIT.assertAccessible(page, "CONSENT-logo.png");
      assertThat(asked).allMatch(url -> url.startsWith(server.url("/")));
    }
    assertThat(Branded.asked()).isEqualTo(1);
  }

  private boolean opens(Page page, Scene scene) {
    scene.open(page, server);
    return page.locator(".applicant .logo").count() == 1;
  }
}
