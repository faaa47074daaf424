package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Spec;
import org.sallyport.journey.Server;

/** Every page for everybody: WCAG 2.2, light and dark, both directions, on a small phone. */
@Spec("WCAG 2.2 AA")
class PagesIT {
  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Server server = Server.onH2();

  @ParameterizedTest
  @EnumSource
  void axe_finds_nothing_in_light(Scene scene) {
    assertAccessible(scene, new NewContextOptions().setLocale("en"));
  }

  @ParameterizedTest
  @EnumSource
  void axe_finds_nothing_in_the_dark(Scene scene) {
    assertAccessible(
        scene, new NewContextOptions().setLocale("de").setColorScheme(ColorScheme.DARK));
  }

  @ParameterizedTest
  @EnumSource
  void axe_finds_nothing_from_right_to_left_on_a_small_phone(Scene scene) {
    assertAccessible(scene, new NewContextOptions().setLocale("ar").setViewportSize(320, 640));
  }

  @ParameterizedTest
  @EnumSource
  void no_page_scrolls_sideways_on_a_small_phone(Scene scene) {
    for (var locale : List.of("en", "de", "ar")) {
      var options = new NewContextOptions().setLocale(locale).setViewportSize(320, 640);
      try (var profile = Chromium.profile(options)) {
        var page = profile.newPage();
        scene.open(page, server);
        assertThat(page.evaluate(SIDEWAYS)).as(locale).isEqualTo(0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_page_scrolls_sideways_with_text_twice_as_large(Scene scene) {
    try (var profile = Chromium.profile(new NewContextOptions().setViewportSize(640, 800))) {
      var page = profile.newPage();
      scene.open(page, server);
      page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
      assertThat(page.evaluate(SIDEWAYS)).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void arabic_is_written_from_right_to_left(Scene scene) {
    try (var profile = Chromium.profile(new NewContextOptions().setLocale("ar"))) {
      var page = profile.newPage();
      scene.open(page, server);
      assertThat(page.getAttribute("html", "dir")).isEqualTo("rtl");
      assertThat(page.getAttribute("html", "lang")).isEqualTo("ar");
      assertThat(page.textContent("h1")).containsPattern("\\p{IsArabic}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_target_is_large_enough_to_be_hit(Scene scene) {
    try (var profile = Chromium.profile(new NewContextOptions().setViewportSize(320, 640))) {
      var page = profile.newPage();
      scene.open(page, server);
      for (var target : page.locator("button:visible, input:visible, summary:visible").all()) {
        var box = target.boundingBox();
        assertThat(box.height).as(target.toString()).isGreaterThanOrEqualTo(24);
        assertThat(box.width).as(target.toString()).isGreaterThanOrEqualTo(24);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_blocked_by_our_own_policy(Scene scene) {
    try (var profile = Chromium.profile()) {
      var complaints = new ArrayList<String>();
      var page = profile.newPage();
      page.onConsoleMessage(m -> complaints.add(m.text()));
      page.onPageError(complaints::add);
      scene.open(page, server);
      assertThat(complaints).filteredOn(c -> !c.startsWith("Failed to load resource")).isEmpty();
    }
  }

  private void assertAccessible(Scene scene, NewContextOptions options) {
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      scene.open(page, server);
      var picture = scene + "-" + options.locale + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "pictures", picture)));
      var found = new AxeBuilder(page).analyze();
      assertThat(found.getPasses()).isNotEmpty();
      assertThat(found.getViolations())
          .extracting(Rule::getId, Rule::getHelp, r -> r.getNodes().toString())
          .isEmpty();
    }
  }
}
