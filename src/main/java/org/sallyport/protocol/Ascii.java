package org.sallyport.protocol;

import java.util.function.IntPredicate;

/** The character classes of RFC 6749 Appendix A. */
public final class Ascii {
  private Ascii() {}

  /** Whether the text has between {@code least} and {@code most} characters, all %x20-7E. */
  public static boolean visible(String text, int least, int most) {
    return text.length() >= least
        && text.length() <= most
        && all(text, c -> c >= 0x20 && c <= 0x7e);
  }

  /** Whether all characters are letters and digits of ASCII, or one of {@code others}. */
  static boolean lettersDigitsAnd(String others, String text) {
    return all(
        text,
        c ->
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || others.indexOf(c) >= 0);
  }

  /** Whether all characters are such; each parameter is asked some times, a stream for each. */
  public static boolean all(String text, IntPredicate such) {
    for (int i = 0; i < text.length(); i++) {
      if (!such.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
