package org.sallyport.person.profile;

import java.text.Normalizer;
import java.util.Locale;

/** A text in the one spelling in which names, passwords and words are compared, as code points. */
public final class FoldedText {
  private FoldedText() {}

  /** Case and compatibility forms make no difference (Unicode form NFKC). */
  public static String of(String text) {
    var compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var lower = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }
}
