package org.sallyport;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Long texts of the shapes that make parsers slow: what repeats, what nests, what never closes. */
final class Pumped {
  private static final List<String> UNITS =
      List.of(
          "a",
          "A",
          "0",
          "9",
          " ",
          ".",
          "-",
          "_",
          "/",
          ":",
          ";",
          ",",
          "=",
          "&",
          "+",
          "%41",
          "\"",
          "'",
          "\\",
          "[",
          "{",
          "(",
          "<",
          "#",
          "?",
          "@",
          "~",
          "\t",
          "\n",
          "é",
          "\u0301\u0327",
          "\ufdfa",
          "ẞ",
          "a-",
          "-a",
          "a,",
          "a;q=1,",
          ";a=b",
          "; a=\"b\"",
          "a ",
          "/a",
          "/..",
          "a/../",
          "a.",
          ".a",
          "1.",
          "0:",
          "a=b&",
          "a+b,",
          "CN=a,",
          "{\"a\":",
          "[[",
          "[1,",
          "\"a\",",
          "1e9",
          "\\u0041",
          "aA1",
          "x@",
          "::",
          "[]",
          "()");

  private static final List<String> BEGINNINGS =
      List.of(
          "a",
          "a/b",
          "http://127.0.0.1/",
          "https://h",
          "{\"a\":\"",
          "[\"",
          "[1,",
          "Basic ",
          "CN=",
          "1e",
          "de-x");

  private Pumped() {}

  /** Texts of about this length, each of another shape. */
  static List<String> texts(int length) {
    // The last character is one that no unit has: what matches up to there goes back.
    var repeated = UNITS.stream().map(unit -> repeated(unit, length) + "!");
    var begun = BEGINNINGS.stream().flatMap(begin -> begun(begin, length));
    var others =
        Stream.of(colliding(length, " "), nested(length), "a." + repeated("e30", length) + ".a");
    return Stream.of(repeated, begun, others).flatMap(texts -> texts).toList();
  }

  private static Stream<String> begun(String begin, int length) {
    return Stream.of("-a", "/../a", ";a=b", "; a=\"b\"")
        .map(unit -> begin + repeated(unit, length));
  }

  /** The unit again and again, up to this length. */
  static String repeated(String unit, int length) {
    return unit.repeat(length / unit.length());
  }

  /** Different words that all have the same hash. */
  static String colliding(int length, String separator) {
    var bits = 12;
    var one = 2 * bits + separator.length();
    return IntStream.range(0, Math.min(length / one, 1 << bits))
        .mapToObj(i -> word(i, bits))
        .reduce(new StringBuilder(), (b, w) -> b.append(w).append(separator), (a, b) -> a)
        .toString();
  }

  private static String word(int number, int bits) {
    return IntStream.range(0, bits)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .reduce("", String::concat);
  }

  private static String nested(int length) {
    return "[".repeat(length / 2) + "]".repeat(length / 2);
  }
}
