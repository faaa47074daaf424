package org.sallyport.person.credential.policy;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordRefusal.Reason;
import org.sallyport.person.profile.FoldedText;

/**
 * What makes a long password one of few: it repeats itself, is a row, or is made of words that
 * everybody knows of its owner. Each rule counts what is left to guess, and half of what a password
 * needs has to be.
 */
final class Guessable {
  private static final int FEW = 5;
  private static final int SHORTEST_WORD = 3;
  private static final int SHORTEST_RUN = 3;
  // What is left to guess of a row: where it begins, and how long it is.
  private static final int LEFT_OF_RUN = 2;
  private static final List<String> ROWS =
      List.of(
          "1234567890",
          "qwertyuiop",
          "qwertzuiopü",
          "azertyuiop",
          "asdfghjklöä",
          "qsdfghjklm",
          "zxcvbnm",
          "yxcvbnm",
          "wxcvbn",
          "ضصثقفغعهخحجد",
          "شسيبلاتنمكط",
          "ئءؤرلاىةوزظ");

  private final String folded;
  private final int least;

  Guessable(Password password, int least) {
    this.folded = FoldedText.of(password.typed());
    this.least = least;
  }

  /** Why it is easily guessed by whoever knows these words, if it is. */
  Optional<Reason> reason(Collection<String> known) {
    if (repeatsItself()) {
      return Optional.of(Reason.REPEATED);
    }
    if (left(folded) < needed()) {
      return Optional.of(Reason.SEQUENCE);
    }
    return left(without(known)) < needed() ? Optional.of(Reason.OWN_WORDS) : Optional.empty();
  }

  private int needed() {
    return (least + 1) / 2;
  }

  // A password that repeats a part is worth what the part is, blanks and digits around it or not.
  private boolean repeatsItself() {
    var core = folded.replaceAll("[\\p{P}\\p{S}\\p{Z}]+", "").replaceAll("^\\p{Nd}+|\\p{Nd}+$", "");
    return folded.codePoints().distinct().count() < FEW
        || Stream.of(folded, core).anyMatch(text -> isPeriodic(text.codePoints().toArray()));
  }

  // The border function of Knuth, Morris and Pratt gives the shortest period.
  private boolean isPeriodic(int[] text) {
    var borders = new int[text.length + 1];
    borders[0] = -1;
    for (int i = 0, border = -1; i < text.length; borders[++i] = ++border) {
      while (border >= 0 && text[border] != text[i]) {
        border = borders[border];
      }
    }
    var period = text.length - borders[text.length];
    return period < least && 2 * period <= text.length;
  }

  /** How many characters are left to guess, where each row counts as two. */
  private static int left(String text) {
    var points = text.codePoints().toArray();
    var left = 0;
    for (var i = 0; i < points.length; ) {
      var length = run(points, i);
      left += length < SHORTEST_RUN ? 1 : LEFT_OF_RUN;
      i += length < SHORTEST_RUN ? 1 : length;
    }
    return left;
  }

  // The length of the row that begins there: of characters, or of keys that lie side by side.
  private static int run(int[] text, int from) {
    var byCode = Stream.of(-1, 0, 1).mapToInt(step -> codes(text, from, step));
    var byKey =
        ROWS.stream().flatMapToInt(row -> Stream.of(-1, 1).mapToInt(s -> keys(text, from, row, s)));
    return Math.max(byCode.max().orElse(1), byKey.max().orElse(1));
  }

  private static int codes(int[] text, int from, int step) {
    var end = from + 1;
    while (end < text.length && text[end] == text[end - 1] + step) {
      end++;
    }
    return end - from;
  }

  // After the last key comes the first one again, as in 7890123.
  private static int keys(int[] text, int from, String row, int step) {
    var end = from + 1;
    var at = row.indexOf(text[from]);
    while (at >= 0 && end < text.length) {
      at = Math.floorMod(at + step, row.length());
      if (row.charAt(at) != text[end]) {
        break;
      }
      end++;
    }
    return end - from;
  }

  private String without(Collection<String> known) {
    return known.stream()
        .flatMap(Guessable::parts)
        .distinct()
        .sorted(comparingInt(String::length).reversed())
        .reduce(folded, (text, word) -> text.replace(word, ""));
  }

  // alice.archer@example.com is known as a whole, and so are alice, archer and example.
  private static Stream<String> parts(String known) {
    var folded = FoldedText.of(known);
    return Stream.concat(Stream.of(folded), Stream.of(folded.split("[^\\p{L}\\p{M}\\p{N}]+")))
        .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD);
  }
}
