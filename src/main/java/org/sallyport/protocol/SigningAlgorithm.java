package org.sallyport.protocol;

import java.util.Arrays;
import java.util.Optional;

/** How we sign: RSASSA-PKCS1-v1_5 or ECDSA on P-256, with SHA-256 (RFC 7518 §3.3, §3.4). */
public enum SigningAlgorithm {
  /** RSA of 2048 bits or more; what every verifier knows (OpenID Connect Core §15.1). */
  RS256,
  /** P-256; shorter and cheaper to make. */
  ES256;

  /** The algorithm of this {@code alg} value, if it is one of ours. */
  public static Optional<SigningAlgorithm> named(String alg) {
    return Arrays.stream(values()).filter(a -> a.name().equals(alg)).findFirst();
  }
}
