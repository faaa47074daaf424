package org.sallyport.person.profile;

import java.util.Optional;

/**
 * A sign-in name in the one spelling under which it is kept, looked up and counted.
 *
 * <p>Case, outer and repeated spaces, compatibility forms and invisible characters make no
 * difference, so that no spelling of a name opens a fresh round of guesses (NIST SP 800-63B-4
 * §3.2.2).
 */
public record Username(String value) {
  private static final int LONGEST = 255;
  // Characters that make no difference count here too.
  private static final int LONGEST_TYPED = 4_096;

  /** The name in its kept spelling; none if nothing is left of it, or if no name can look so. */
  public static Optional<Username> of(String typed) {
    return Optional.of(typed)
        .filter(text -> text.length() <= LONGEST_TYPED)
        .map(Username::kept)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .filter(name -> name.codePoints().noneMatch(Username::isUnwritable))
        .map(Username::new);
  }

  /** Folded until folding changes nothing: ẞ takes two rounds, by way of ß to ss. */
  private static String kept(String typed) {
    var folded = folded(typed);
    return folded.equals(typed) ? folded : kept(folded);
  }

  private static String folded(String typed) {
    return FoldedText.of(typed).replaceAll("\\p{Cf}", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static boolean isUnwritable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
