package org.sallyport.person.profile;

import java.text.Normalizer;
import java.util.Locale;

/** A text in the one spelling in which names, passwords and words are compared, as code points. */
public final class FoldedText {
  // To order many combining characters takes time that grows with the square of their number.
  private static final int LONGEST = 4_096;

  private FoldedText() {}

  /**
   * Case and compatibility forms make no difference (Unicode form NFKC).
   *
   * @param text of which the first 4096 characters count
   */
  public static String of(String text) {
    var bounded = text.substring(0, Math.min(LONGEST, text.length()));
    var compatible = Normalizer.normalize(bounded, Normalizer.Form.NFKC);
    var lower = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }
}
