package org.sallyport.platform.audit;

import java.util.Locale;
import java.util.Optional;
import org.sallyport.platform.crypto.Secrets;

/** The number of a refusal, shown with it and logged, so that one finds the other. */
public record CaseNumber(String value) {
  // Crockford's base 32: no I, L, O, U.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;

  /** A new random number, such as {@code 7K3M-Q9XD}. */
  public static CaseNumber next() {
    var text = new StringBuilder();
    for (var b : Secrets.random(LENGTH)) {
      text.append(DIGITS.charAt(b & 31));
    }
    return new CaseNumber(text.insert(4, '-').toString());
  }

  /**
   * The number that somebody has typed or heard: in small letters, without the hyphen, or with the
   * letters that look like digits; none if it is no number.
   */
  public static Optional<CaseNumber> parse(String text) {
    var plain = text.strip().toUpperCase(Locale.ROOT).replaceAll("[- ]", "");
    var digits = plain.replace('I', '1').replace('L', '1').replace('O', '0');
    return digits.length() == LENGTH && digits.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)
        ? Optional.of(new CaseNumber(digits.substring(0, 4) + '-' + digits.substring(4)))
        : Optional.empty();
  }

  /** The reason with the number behind it, as in an error_description. */
  public String behind(String reason) {
    return reason + " (case=" + value + ")";
  }

  @Override
  public String toString() {
    return value;
  }
}
