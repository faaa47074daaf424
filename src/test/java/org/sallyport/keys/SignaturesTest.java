package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Spec;
import org.sallyport.platform.crypto.TestSignatures;
import org.sallyport.protocol.SigningAlgorithm;

/** Whoever computes a signature, the other one takes it. */
@Spec("RFC 7518 §3")
class SignaturesTest {
  private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("alice").build();

  private final Signatures byJdk = new Signatures(Optional.empty());
  private final Signatures byLibrary = new Signatures(TestSignatures.provider().chosen());

  @ParameterizedTest
  @EnumSource
  void the_jdk_takes_what_the_library_signs(SigningAlgorithm algorithm) throws Exception {
    assumeThat(byLibrary.provider()).isPresent();
    var key = KeySeries.of(algorithm).newKey(byLibrary.provider());
    var token = key(algorithm, key, byLibrary).sign("JWT", CLAIMS);
    assertThat(key(algorithm, key, byJdk).hasSigned(SignedJWT.parse(token))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void the_library_takes_what_the_jdk_signs(SigningAlgorithm algorithm) throws Exception {
    assumeThat(byLibrary.provider()).isPresent();
    var key = KeySeries.of(algorithm).newKey(byJdk.provider());
    var token = key(algorithm, key, byJdk).sign("JWT", CLAIMS);
    assertThat(key(algorithm, key, byLibrary).hasSigned(SignedJWT.parse(token))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void neither_takes_what_another_key_has_signed(SigningAlgorithm algorithm) throws Exception {
    var token =
        key(algorithm, KeySeries.of(algorithm).newKey(byLibrary.provider()), byJdk)
            .sign("JWT", CLAIMS);
    var other = KeySeries.of(algorithm).newKey(byJdk.provider());
    assertThat(key(algorithm, other, byJdk).hasSigned(SignedJWT.parse(token))).isFalse();
    assertThat(key(algorithm, other, byLibrary).hasSigned(SignedJWT.parse(token))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_signature_cut_short_is_refused(SigningAlgorithm algorithm) throws Exception {
    var key = key(algorithm, KeySeries.of(algorithm).newKey(byLibrary.provider()), byLibrary);
    var token = key.sign("JWT", CLAIMS);
    assertThat(key.hasSigned(SignedJWT.parse(token.substring(0, token.length() - 8)))).isFalse();
  }

  private static SigningKey key(SigningAlgorithm algorithm, JWK key, Signatures by)
      throws JOSEException {
    return SigningKey.of(algorithm, key, by);
  }
}
