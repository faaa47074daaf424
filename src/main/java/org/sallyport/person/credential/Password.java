package org.sallyport.person.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;

/**
 * A password as it was typed: every character counts, blanks at the ends too, and none is cut off.
 *
 * <p>It is hashed in Unicode form NFC, so that keyboards which write an accent as one character or
 * as two give the same password (NIST SP 800-63B-4 §3.1.1.2).
 */
public record Password(String typed) {
  /** The longest password taken, in bytes of UTF-8. */
  public static final int LONGEST = 4_096;

  /** Whether it is longer than {@value #LONGEST} bytes and so is refused before any hashing. */
  public boolean isTooLong() {
    return typed.length() > LONGEST || typed.getBytes(UTF_8).length > LONGEST;
  }

  /** What is hashed: UTF-8 in Unicode form NFC. */
  public byte[] bytes() {
    return normalized().getBytes(UTF_8);
  }

  /** The password in Unicode form NFC. */
  public String normalized() {
    return Normalizer.normalize(typed, Normalizer.Form.NFC);
  }

  /** Whether it was typed in that form. */
  boolean isNormalized() {
    return Normalizer.isNormalized(typed, Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
