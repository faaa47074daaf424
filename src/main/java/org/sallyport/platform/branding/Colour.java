package org.sallyport.platform.branding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of sRGB.
 *
 * @param rgb red, green and blue, 8 bits each
 */
record Colour(int rgb) {
  static final Colour BLACK = new Colour(0);
  static final Colour WHITE = new Colour(0xffffff);

  private static final Pattern WRITTEN = Pattern.compile("#[0-9a-fA-F]{6}");

  /** The colour that is written {@code #rrggbb}. */
  static Optional<Colour> parse(String text) {
    return WRITTEN.matcher(text).matches()
        ? Optional.of(new Colour(Integer.parseInt(text.substring(1), 16)))
        : Optional.empty();
  }

  /** The contrast to another colour, from 1 to 21 (WCAG 2.2, contrast ratio). */
  double contrast(Colour other) {
    var lighter = Math.max(luminance(), other.luminance());
    var darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** This colour with so much of another one in it, from 0 to 1. */
  Colour mixed(Colour other, double share) {
    var mixed = 0;
    for (var shift = 0; shift <= 16; shift += 8) {
      var value = part(shift) * (1 - share) + other.part(shift) * share;
      mixed |= (int) Math.round(value) << shift;
    }
    return new Colour(mixed);
  }

  // WCAG 2.2, relative luminance.
  private double luminance() {
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
  }

  private double linear(int shift) {
    var value = part(shift) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private int part(int shift) {
    return rgb >> shift & 0xff;
  }

  /** As CSS has it. */
  @Override
  public String toString() {
    return "#" + String.format(Locale.ROOT, "%06x", rgb);
  }
}
