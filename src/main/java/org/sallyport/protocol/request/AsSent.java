package org.sallyport.protocol.request;

import java.util.Locale;

/** A value of a request as its refusal tells it to the developer: bounded, in visible ASCII. */
public final class AsSent {
  private static final int LONGEST = 300;

  private AsSent() {}

  /**
   * The value, in which each character that a reason cannot have stands as {@code <U+00FC>}; of a
   * long one its beginning and its length.
   */
  public static String of(String value) {
    var told = new StringBuilder();
    for (var i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (told.length() >= LONGEST) {
        return told + "... (" + value.length() + " characters)";
      }
      told.append(character(value.codePointAt(i)));
    }
    return told.toString();
  }

  private static String character(int c) {
    var plain = c > 0x20 && c < 0x7f && c != '"' && c != '\\';
    return plain ? Character.toString(c) : String.format(Locale.ROOT, "<U+%04X>", c);
  }
}
