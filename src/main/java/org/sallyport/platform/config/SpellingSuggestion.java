package org.sallyport.platform.config;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which name was meant. */
public final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /** A remedy that names the nearest of the known names, or lists them all. */
  public static String hint(String unknown, Collection<String> known) {
    var most = Math.max(2, unknown.length() / 3);
    return known.stream()
        .filter(name -> distance(unknown, name) <= most)
        .min(Comparator.comparingInt(name -> distance(unknown, name)))
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "known are " + String.join(", ", known.stream().sorted().toList()));
  }

  /** Whether a key was meant to be this one, but for a slip of the fingers. */
  static boolean isSlip(String written, String name) {
    return distance(written, name) <= 2;
  }

  // Levenshtein, one row at a time.
  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
