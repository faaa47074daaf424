package org.sallyport.platform.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Language ranges, the most wanted first (RFC 4647 §2.1, RFC 9110 §12.5.4). The look-up of the JDK
 * takes time that grows with the cube of the subtags, so that it is given so many short ranges at
 * most. What is malformed or too long is passed over, and spoils no other range.
 */
record LanguageRanges(List<LanguageRange> ranges) {
  private static final int LONGEST = 1_000;
  private static final int MOST = 20;

  // Eight subtags, which is more than any registered language has (RFC 5646 §2.1).
  private static final Pattern RANGE =
      Pattern.compile(
          "\\s*+((?:[A-Za-z]{1,8}|\\*)(?:-(?:[A-Za-z0-9]{1,8}|\\*)){0,7})\\s*+"
              + "(?:;\\s*+[qQ]=([01](?:[.][0-9]{0,20})?)\\s*+)?");

  LanguageRanges {
    ranges = List.copyOf(ranges);
  }

  /** The first twenty ranges that stand in the first thousand characters of this list. */
  static LanguageRanges parse(String list, char separator) {
    var cut = list.length() > LONGEST;
    var parts =
        new ArrayList<>(
            List.of((cut ? list.substring(0, LONGEST) : list).split("" + separator, MOST + 1)));
    // A range that was cut is another one.
    if (cut || parts.size() > MOST) {
      parts.remove(parts.size() - 1);
    }
    var ranges =
        parts.stream()
            .flatMap(LanguageRanges::range)
            .filter(r -> r.getWeight() > 0)
            .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
            .toList();
    return new LanguageRanges(ranges);
  }

  /** The first of these languages that is wanted (RFC 4647 §3.4). */
  Optional<Locale> lookup(List<Locale> languages) {
    return Optional.ofNullable(Locale.lookup(ranges, languages));
  }

  // With the tags that mean the same, such as he and iw.
  private static Stream<LanguageRange> range(String text) {
    var parts = RANGE.matcher(text);
    if (!parts.matches()) {
      return Stream.empty();
    }
    try {
      var weight = parts.group(2) == null ? 1 : Double.parseDouble(parts.group(2));
      return LanguageRange.parse(parts.group(1)).stream()
          .map(r -> new LanguageRange(r.getRange(), weight));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Stream.empty();
    }
  }
}
