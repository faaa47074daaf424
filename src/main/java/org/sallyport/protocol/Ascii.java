package org.sallyport.protocol;

/** The character classes of RFC 6749 Appendix A. */
final class Ascii {
  private Ascii() {}

  /** Whether the text has between {@code least} and {@code most} characters, all %x20-7E. */
  static boolean visible(String text, int least, int most) {
    return text.length() >= least
        && text.length() <= most
        && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
  }

  /** Whether all characters are letters and digits of ASCII, or one of {@code others}. */
  static boolean lettersDigitsAnd(String others, String text) {
    return text.chars()
        .allMatch(
            c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || others.indexOf(c) >= 0);
  }
}
