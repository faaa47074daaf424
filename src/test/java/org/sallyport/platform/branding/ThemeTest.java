package org.sallyport.platform.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.platform.branding.Theme.Written;
import org.sallyport.platform.config.Setting;

@Spec("WCAG 2.2 §1.4.3")
class ThemeTest {
  private static final Path STYLES = Path.of("src/main/webapp/assets/sallyport.css");
  private static final Pattern VARIABLE = Pattern.compile("--([a-z-]+): (#[0-9a-f]{3,6});");

  private static Colour colour(String text) {
    return Colour.parse(text).orElseThrow();
  }

  private static Written written(String name, String text) {
    return new Written(Setting.of(name, "", ""), colour(text));
  }

  private static Theme theme(String light) {
    return Theme.of(written("branding.accent", light), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"#000000, #ffffff, 21", "#777777, #ffffff, 4.48", "#0b6157, #f3f2ee, 6.5"})
  void contrast_is_that_of_wcag(String one, String other, double ratio) {
    assertThat(colour(one).contrast(colour(other))).isCloseTo(ratio, within(0.1));
    assertThat(colour(other).contrast(colour(one))).isCloseTo(ratio, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "red", "#fff", "1a5fb4", "#1a5fbg", "#1a5fb4;", "#1a5fb4 ", "#1a5fb4ff"})
  void nothing_but_six_digits_is_a_colour(String text) {
    assertThat(Colour.parse(text)).isEmpty();
  }

  @Test
  void a_colour_that_nobody_could_read_is_refused_with_its_contrast_and_a_better_one() {
    assertThatThrownBy(() -> theme("#ffcc00"))
        .hasMessageStartingWith("setting branding.accent: the contrast of #ffcc00 with #f")
        .hasMessageContaining("is 1.3:1, and text needs 4.5:1")
        .hasMessageContaining("choose a darker colour, such as #");
    var dark = Optional.of(written("branding.accent-dark", "#0b6157"));
    assertThatThrownBy(() -> Theme.of(written("branding.accent", "#0b6157"), dark))
        .hasMessageStartingWith("setting branding.accent-dark: the contrast of #0b6157 with #")
        .hasMessageContaining("choose a lighter colour, such as #");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#0b6157", "#1a5fb4", "#a51d2d", "#000000", "#613583", "#6b5d00"})
  void whatever_text_and_button_a_page_has_can_be_read(String light) {
    var theme = theme(light);
    theme.css();
    assertReadable(theme.light(), Theme.LIGHT_GROUNDS);
    assertReadable(theme.dark(), Theme.DARK_GROUNDS);
    var colours =
        Pattern.compile("#[0-9a-f]{6}").matcher(theme.css()).results().map(r -> colour(r.group()));
    var all = colours.toList();
    assertThat(all).hasSize(6);
    for (var half : List.of(all.subList(0, 3), all.subList(3, 6))) {
      assertReadable(half.get(2), half.subList(0, 2));
    }
    assertReadable(all.get(1), Theme.LIGHT_GROUNDS);
    assertReadable(all.get(4), Theme.DARK_GROUNDS);
  }

  private static void assertReadable(Colour text, List<Colour> grounds) {
    assertThat(grounds).allSatisfy(g -> assertThat(text.contrast(g)).isGreaterThanOrEqualTo(4.5));
  }

  @Test
  void its_grounds_are_those_of_the_style_sheet() throws IOException {
    var css = Files.readString(STYLES);
    var dark = css.indexOf("prefers-color-scheme: dark");
    assertThat(grounds(css.substring(0, dark))).isEqualTo(Theme.LIGHT_GROUNDS);
    assertThat(grounds(css.substring(dark, css.indexOf("*, ::before"))))
        .isEqualTo(Theme.DARK_GROUNDS);
  }

  private static List<Colour> grounds(String css) {
    var names = List.of("panel", "ground", "danger-ground");
    return names.stream()
        .map(
            name ->
                VARIABLE
                    .matcher(css)
                    .results()
                    .filter(r -> r.group(1).equals(name))
                    .map(r -> colour(r.group(2).length() == 4 ? "#ffffff" : r.group(2)))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
