package org.sallyport.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text of others as a page may show it: with nothing in it that hides or moves anything. */
final class PlainText {
  private static final String WORDS = "(?<=[\\p{Ll}\\d])(?=\\p{Lu})|[_\\-\\s]+";
  private static final int UNSEEN = 0xFFFD;

  private PlainText() {}

  /** The text, with a replacement character for each that is not seen. */
  static String text(String text) {
    return text.codePoints()
        .map(c -> isSeen(c) ? c : UNSEEN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A member's name as words: {@code creditorName} is Creditor name. */
  static String words(String name) {
    var words =
        Arrays.stream(text(name).split(WORDS))
            .filter(w -> !w.isEmpty())
            .map(w -> w.equals(w.toUpperCase(Locale.ROOT)) ? w : w.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return words.isEmpty()
        ? text(name)
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
