package org.sallyport.platform.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values that nobody can guess (RFC 6749 §10.10). */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** So many random bytes. */
  public static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** A random text of 256 bits: 43 characters of base64url. */
  public static String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
  }
}
