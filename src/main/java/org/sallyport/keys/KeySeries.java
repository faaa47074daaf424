package org.sallyport.keys;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.Provider;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.jose.Ed25519;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.protocol.SigningAlgorithm;

/** Keys that succeed one another: what they are for, and for which algorithm (RFC 7518 §3.1). */
record KeySeries(String purpose, String algorithm) {
  private static final String SIGNING = "signing";
  private static final String ENCRYPTION = "encryption";
  private static final int RSA_BITS = 2048;

  /** The series that the server always needs, each in its own right. */
  static List<KeySeries> standard() {
    var signing =
        Arrays.stream(SigningAlgorithm.values())
            .filter(SigningAlgorithm::isStandard)
            .map(KeySeries::of);
    var secrets = Arrays.stream(Purpose.values()).map(KeySeries::of);
    return Stream.of(signing, encryption(), secrets).flatMap(s -> s).toList();
  }

  /** The keys that sign by this algorithm. */
  static KeySeries of(SigningAlgorithm algorithm) {
    return new KeySeries(SIGNING, algorithm.name());
  }

  /** The keys that others encrypt to. */
  static Stream<KeySeries> encryption() {
    return Encryption.TO_US.stream().map(algorithm -> new KeySeries(ENCRYPTION, algorithm));
  }

  /** The secrets for this purpose. */
  static KeySeries of(Purpose purpose) {
    return new KeySeries(purpose.name().toLowerCase(Locale.ROOT), "HS256");
  }

  /** Whether its first key is its last, since what it makes has to stay the same. */
  boolean isForGood() {
    return Arrays.stream(Purpose.values()).anyMatch(p -> p.isForGood() && equals(of(p)));
  }

  /** The series itself; refuses one that only a newer version knows the use of. */
  KeySeries known() {
    var known = signs() ? SigningAlgorithm.named(algorithm).isPresent() : standard().contains(this);
    if (!known) {
      throw new IllegalArgumentException("there are no keys for " + purpose + ' ' + algorithm);
    }
    return this;
  }

  /** Whether these keys sign. */
  boolean signs() {
    return purpose.equals(SIGNING);
  }

  /** Whether others get to see the public halves of these keys. */
  boolean isPublished() {
    return signs() || purpose.equals(ENCRYPTION);
  }

  /**
   * A new key for this series; its {@code kid} is random, so that none is ever met again.
   *
   * @param maker who computes RSA and elliptic keys; a native library takes a tenth of the time.
   *     None: the JDK
   */
  JWK newKey(Optional<Provider> maker) {
    var kid = HexFormat.of().formatHex(Secrets.random(8));
    var alg = new Algorithm(algorithm);
    try {
      return isPublished()
          ? keyPair(kid, alg, maker.orElse(null))
          : new OctetSequenceKey.Builder(Secrets.random(32)).keyID(kid).algorithm(alg).build();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key for " + algorithm + " could be made", e);
    }
  }

  private JWK keyPair(String kid, Algorithm alg, @Nullable Provider maker) throws JOSEException {
    var use = signs() ? KeyUse.SIGNATURE : KeyUse.ENCRYPTION;
    return switch (kind()) {
      case RSA ->
          new RSAKeyGenerator(RSA_BITS)
              .provider(maker)
              .keyID(kid)
              .keyUse(use)
              .algorithm(alg)
              .generate();
      case ELLIPTIC ->
          new ECKeyGenerator(curve())
              .provider(maker)
              .keyID(kid)
              .keyUse(use)
              .algorithm(alg)
              .generate();
      case EDWARDS -> Ed25519.newKey().keyID(kid).keyUse(use).algorithm(alg).build();
    };
  }

  private SigningAlgorithm.KeyFamily kind() {
    if (signs()) {
      return SigningAlgorithm.valueOf(algorithm).kind();
    }
    return algorithm.startsWith("RSA")
        ? SigningAlgorithm.KeyFamily.RSA
        : SigningAlgorithm.KeyFamily.ELLIPTIC;
  }

  private Curve curve() {
    return signs()
        ? Curve.forJWSAlgorithm(JWSAlgorithm.parse(algorithm)).iterator().next()
        : Curve.P_256;
  }
}
