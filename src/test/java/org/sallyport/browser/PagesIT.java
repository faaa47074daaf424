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
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Spec;
import org.sallyport.journey.Server;

/** Every page for everybody: WCAG 2.2, light and dark, both directions, on a small phone. */
@Spec("WCAG 2.2 AA")
class PagesIT {
  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  // A sentence that begins with an address, say, in an element that takes its direction from that.
  private static final String LEFT_TO_RIGHT =
      "[...document.querySelectorAll('main *')]"
          + ".filter(e => [...e.childNodes].some(n => n.nodeType === 3 && /[\\u0600-\\u06ff]/.test(n.data))"
          + " && getComputedStyle(e).direction === 'ltr').map(e => e.outerHTML).join('\\n')";

  private static final int SMALL_PHONE = 320;

  private final Server server = Server.onH2();

  @ParameterizedTest
  @EnumSource
  void a_page_in_english_and_light(Scene scene) {
    var complaints = new ArrayList<String>();
    see(
        scene,
        new NewContextOptions().setLocale("en"),
        page -> {
          page.onConsoleMessage(m -> complaints.add(m.text()));
          page.onPageError(complaints::add);
        },
        page -> {
          assertAccessible(page, scene + "-en.png");
          assertHasOnePrimaryButton(page);
          assertNothingIsBlocked(complaints);
          page.setViewportSize(SMALL_PHONE, 640);
          assertDoesNotScrollSideways(page);
          assertTargetsAreLargeEnough(page);
          page.setViewportSize(2 * SMALL_PHONE, 800);
          page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
          assertDoesNotScrollSideways(page);
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_page_in_german_and_dark(Scene scene) {
    see(
        scene,
        new NewContextOptions().setLocale("de").setColorScheme(ColorScheme.DARK),
        page -> {},
        page -> {
          assertAccessible(page, scene + "-de.png");
          page.setViewportSize(SMALL_PHONE, 640);
          assertDoesNotScrollSideways(page);
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_page_in_arabic_from_right_to_left_on_a_small_phone(Scene scene) {
    see(
        scene,
        new NewContextOptions().setLocale("ar").setViewportSize(SMALL_PHONE, 640),
        page -> {},
        page -> {
          assertAccessible(page, scene + "-ar.png");
          assertDoesNotScrollSideways(page);
          assertThat(page.getAttribute("html", "dir")).isEqualTo("rtl");
          assertThat(page.getAttribute("html", "lang")).isEqualTo("ar");
          assertThat(page.textContent("h1")).containsPattern("\\p{IsArabic}");
          assertThat(page.evaluate(LEFT_TO_RIGHT)).as("Arabic from left to right").isEqualTo("");
        });
  }

  private void see(
      Scene scene, NewContextOptions options, Consumer<Page> before, Consumer<Page> checks) {
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      before.accept(page);
      scene.open(page, server);
      checks.accept(page);
    }
  }

  static void assertAccessible(Page page, String picture) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pictures", picture)));
    // Without the further page that it opens for frames, which ours have none of.
    var found = new AxeBuilder(page).setLegacyMode(true).analyze();
    assertThat(found.getPasses()).isNotEmpty();
    assertThat(found.getViolations())
        .extracting(Rule::getId, Rule::getHelp, r -> r.getNodes().toString())
        .isEmpty();
  }

  private static void assertNothingIsBlocked(List<String> complaints) {
    assertThat(complaints)
        .as("what our own policy blocks")
        .filteredOn(c -> !c.startsWith("Failed to load resource"))
        .isEmpty();
  }

  static void assertDoesNotScrollSideways(Page page) {
    assertThat(page.evaluate(SIDEWAYS)).as("pixels it scrolls sideways").isEqualTo(0);
  }

  /** What is next is one button, where there is something to fill in; others are plain. */
  static void assertHasOnePrimaryButton(Page page) {
    var primary = page.locator(".button:not(.plain):visible").allInnerTexts();
    var fields = page.locator("main .field:visible").count();
    assertThat(primary).as("primary buttons").hasSizeBetween(fields > 0 ? 1 : 0, 1);
  }

  private static void assertTargetsAreLargeEnough(Page page) {
    for (var target : page.locator("button:visible, input:visible, summary:visible").all()) {
      var box = target.boundingBox();
      assertThat(box.height).as(target.toString()).isGreaterThanOrEqualTo(24);
      assertThat(box.width).as(target.toString()).isGreaterThanOrEqualTo(24);
    }
  }
}
