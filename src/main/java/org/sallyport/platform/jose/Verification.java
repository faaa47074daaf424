package org.sallyport.platform.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;

/**
 * By which algorithms others may sign, and whether a key of theirs has; a key is never used by an
 * algorithm that it is not for (RFC 8725 §3.1, §3.2).
 */
public final class Verification {
  private static final Map<String, Curve> CURVES =
      Map.of("ES256", Curve.P_256, "ES384", Curve.P_384, "ES512", Curve.P_521);
  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_RSA = 8192;
  private static final int LONGEST_EXPONENT = 33;

  /** The algorithms of key pairs (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2). */
  public static final List<String> ASYMMETRIC =
      List.of(
          "ES256", "ES384", "ES512", "Ed25519", "EdDSA", "PS256", "PS384", "PS512", "RS256",
          "RS384", "RS512");

  /** The algorithms of shared secrets. */
  public static final List<String> SYMMETRIC = List.of("HS256", "HS384", "HS512");

  private Verification() {}

  /** Whether the public key is for this algorithm, and strong enough. */
  static boolean suits(JWK key, String algorithm) {
    var use = key.getKeyUse();
    var named = key.getAlgorithm();
    return (use == null || use.equals(KeyUse.SIGNATURE))
        && (named == null || same(named.getName(), algorithm))
        && isOfKind(key, algorithm);
  }

  /** Whether the key, which suits the algorithm of the token, has signed it. */
  static boolean verifies(JWK key, SignedJWT token) {
    if (key instanceof OctetKeyPair pair) {
      return JoseParser.read(
              () -> Ed25519.verifies(pair, token.getSigningInput(), token.getSignature().decode()))
          .orElse(false);
    }
    return JoseParser.read(() -> verifier(key))
        .filter(verifier -> JoseParser.verifies(token, verifier))
        .isPresent();
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return key instanceof RSAKey rsa
        ? new RSASSAVerifier(rsa.toRSAPublicKey())
        : new ECDSAVerifier(key.toECKey());
  }

  /** Whether the secret has authenticated the token; one that is too short has not. */
  static boolean verifies(byte[] secret, SignedJWT token) {
    return JoseParser.read(() -> new MACVerifier(secret))
        .filter(verifier -> JoseParser.verifies(token, verifier))
        .isPresent();
  }

  /** Whether this is one of the curves of RFC 7518 §6.2.1.1, which every JDK has. */
  static boolean knows(Curve curve) {
    return CURVES.containsValue(curve);
  }

  /** Whether the key is of a kind that verifies by any of the algorithms. */
  static boolean isUsable(JWK key) {
    return ASYMMETRIC.stream().anyMatch(a -> isOfKind(key, a));
  }

  private static boolean isOfKind(JWK key, String algorithm) {
    if (key instanceof RSAKey rsa) {
      return (algorithm.startsWith("RS") || algorithm.startsWith("PS")) && isSound(rsa);
    }
    if (key instanceof ECKey elliptic) {
      return elliptic.getCurve().equals(CURVES.get(algorithm));
    }
    return key instanceof OctetKeyPair pair
        && pair.getCurve().equals(Curve.Ed25519)
        && same("Ed25519", algorithm);
  }

  /** Whether the key is strong enough, and not so large that its use is work. */
  static boolean isSound(RSAKey key) {
    var exponent = key.getPublicExponent().decodeToBigInteger();
    return key.size() >= SHORTEST_RSA
        && key.size() <= LONGEST_RSA
        && exponent.bitLength() <= LONGEST_EXPONENT;
  }

  // RFC 9864 §3: the older name of Ed25519.
  private static boolean same(String one, String other) {
    return one.replace("EdDSA", "Ed25519").equals(other.replace("EdDSA", "Ed25519"));
  }
}
