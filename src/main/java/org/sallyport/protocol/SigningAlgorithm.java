package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.Arrays;
import java.util.Optional;

/** How we sign (RFC 7518 §3.1, RFC 9864 §2.2). */
public enum SigningAlgorithm {
  /** RSASSA-PKCS1-v1_5; what every verifier knows (OpenID Connect Core §15.1). */
  RS256,
  /** ECDSA on P-256; shorter and cheaper to make. */
  ES256,
  /** RSASSA-PSS. */
  PS256,
  /** Edwards-curve signatures. */
  Ed25519,
  /** The older name of {@link #Ed25519}, for clients that know no other (RFC 8037 §3.1). */
  EdDSA,
  /** ECDSA on P-384. */
  ES384,
  /** ECDSA on P-521. */
  ES512,
  /** RSASSA-PSS with SHA-384. */
  PS384,
  /** RSASSA-PSS with SHA-512. */
  PS512,
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384,
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512;

  /** The kinds of keys (RFC 7518 §6.1). */
  public enum KeyFamily {
    /** RSA of 2048 bits or more. */
    RSA,
    /** Of a NIST curve. */
    ELLIPTIC,
    /** Of the curve Ed25519. */
    EDWARDS
  }

  /** The algorithm of this {@code alg} value, if it is one of ours. */
  public static Optional<SigningAlgorithm> named(String alg) {
    return Arrays.stream(values()).filter(a -> a.name().equals(alg)).findFirst();
  }

  /** The algorithm of this name in a registration; refuses one we do not sign by. */
  public static SigningAlgorithm parse(String name) {
    return named(name)
        .orElseThrow(
            () ->
                INVALID_CLIENT_METADATA.because(
                    "this server signs by one of " + Arrays.toString(values())));
  }

  /** Whether there is a key for it from the first start on, rather than when it is needed. */
  public boolean isStandard() {
    return this == RS256 || this == ES256;
  }

  /** What keys it takes. */
  public KeyFamily kind() {
    return switch (name().charAt(1)) {
      case 'd' -> KeyFamily.EDWARDS;
      default -> name().charAt(0) == 'E' ? KeyFamily.ELLIPTIC : KeyFamily.RSA;
    };
  }

  /** The hash in it, as the JDK calls it. */
  public String hash() {
    return "SHA-" + (kind() == KeyFamily.EDWARDS ? "512" : name().substring(2));
  }
}
