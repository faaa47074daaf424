package org.sallyport.platform.audit;

import org.sallyport.platform.crypto.Secrets;

/** The number of a refusal, shown with it and logged, so that one finds the other. */
public record CaseNumber(String value) {
  // Crockford's base 32: no I, L, O, U.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** A new random number, such as {@code 7K3M-Q9XD}. */
  public static CaseNumber next() {
    var text = new StringBuilder();
    for (var b : Secrets.random(8)) {
      text.append(DIGITS.charAt(b & 31));
    }
    return new CaseNumber(text.insert(4, '-').toString());
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
