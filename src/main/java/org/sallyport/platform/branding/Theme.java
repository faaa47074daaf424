package org.sallyport.platform.branding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.sallyport.platform.config.Setting;

/**
 * The accent of the pages: links, buttons and borders.
 *
 * @param light on light ground
 * @param dark on dark ground
 */
record Theme(Colour light, Colour dark) {
  /** What stands behind text on light pages: panel, ground, and ground of errors. */
  static final List<Colour> LIGHT_GROUNDS =
      List.of(Colour.WHITE, new Colour(0xf3f2ee), new Colour(0xfbf0ed));

  /** The same on dark pages. */
  static final List<Colour> DARK_GROUNDS =
      List.of(new Colour(0x191e1d), new Colour(0x111514), new Colour(0x2b1b18));

  // WCAG 2.2 §1.4.3, level AA.
  private static final double LEAST = 4.5;
  private static final Colour ON_DARK = new Colour(0x0b0f0e);
  private static final double DEEPER = 0.3;
  private static final double STEP = 0.05;
  private static final int STEPS = 20;

  /** The theme of these settings; refuses a colour in which text cannot be read. */
  static Theme of(Written light, Optional<Written> dark) {
    light.require(LIGHT_GROUNDS, Colour.BLACK, "darker");
    dark.ifPresent(d -> d.require(DARK_GROUNDS, Colour.WHITE, "lighter"));
    return new Theme(
        light.colour(),
        dark.map(Written::colour)
            .orElseGet(() -> readable(light.colour(), DARK_GROUNDS, Colour.WHITE)));
  }

  /** A colour, and the setting that has it. */
  record Written(Setting setting, Colour colour) {
    private void require(List<Colour> grounds, Colour towards, String change) {
      var worst = worst(colour, grounds);
      if (colour.contrast(worst) < LEAST) {
        throw setting.wrong(
            String.format(
                Locale.ROOT,
                "the contrast of %s with %s is %.1f:1, and text needs 4.5:1 (WCAG 2.2 §1.4.3)",
                colour,
                worst,
                Math.floor(colour.contrast(worst) * 10) / 10),
            "choose a " + change + " colour, such as " + readable(colour, grounds, towards));
      }
    }
  }

  /** The style sheet: it sets the variables of the one that all installations have. */
  String css() {
    return ":root{"
        + variables(light, Colour.BLACK, Colour.WHITE)
        + "}@media(prefers-color-scheme:dark){:root{"
        + variables(dark, Colour.WHITE, ON_DARK)
        + "}}";
  }

  private static String variables(Colour accent, Colour towards, Colour on) {
    return "--accent:%s;--accent-deep:%s;--on-accent:%s"
        .formatted(accent, accent.mixed(towards, DEEPER), on);
  }

  private static Colour readable(Colour colour, List<Colour> grounds, Colour towards) {
    for (var step = 0; step < STEPS; step++) {
      var mixed = colour.mixed(towards, step * STEP);
      if (mixed.contrast(worst(mixed, grounds)) >= LEAST) {
        return mixed;
      }
    }
    return towards;
  }

  private static Colour worst(Colour colour, List<Colour> grounds) {
    BinaryOperator<Colour> lower = (a, b) -> colour.contrast(a) <= colour.contrast(b) ? a : b;
    return grounds.stream().reduce(lower).orElseThrow();
  }
}
