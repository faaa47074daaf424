package org.sallyport.platform.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Effort;
import org.sallyport.Security;
import org.sallyport.protocol.OAuthException;

/** Whatever a stranger writes, the library's own exceptions end at the border. */
class JoseParserTest {
  private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("me").build();
  private static final Signer OURS = Signer.es256("e");

  @ParameterizedTest
  @MethodSource("org.sallyport.platform.jose.MalformedJose#signed")
  @Security(38)
  void a_malformed_signed_one_is_refused_or_signed_by_nobody(String text) throws Exception {
    var keys = PublicKeys.parse(OURS.jwks());
    var secret = new MACVerifier("s".repeat(64));
    assertThat(JoseParser.signed(text).filter(t -> JoseParser.verifies(t, secret))).isEmpty();
    try {
      var token = ForeignJwt.parse(text, "it", INVALID_REQUEST);
      assertThat(keys.haveSigned(token) || token.isSignedBy("s".repeat(64).getBytes(UTF_8)))
          .isFalse();
      assertThat(token.keyInside().filter(token::isSignedBy)).isEmpty();
      assertThat(token.keyInside().flatMap(JoseParser::thumbprint).orElse("none")).isNotEmpty();
      assertThat(token.audience()).isNotNull();
      assertThat(token.soleAudience().isPresent() && token.text("sub").isPresent()).isFalse();
    } catch (OAuthException refusal) {
      assertThat(refusal.error()).isEqualTo(INVALID_REQUEST);
    }
  }

  @ParameterizedTest
  @MethodSource("org.sallyport.platform.jose.MalformedJose#encrypted")
  @Security(38)
  void a_malformed_encrypted_one_has_nothing_inside(String text) throws Exception {
    var agreed = new ECDHDecrypter(new ECKeyGenerator(Curve.P_256).generate());
    var wrapped = new RSADecrypter((RSAKey) Signer.rsa("r", "PS256").key());
    for (var decrypter : List.of(agreed, wrapped)) {
      assertThat(JoseParser.encrypted(text).flatMap(o -> JoseParser.decrypted(o, decrypter)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.sallyport.platform.jose.MalformedJose#keySets")
  @Security(38)
  void a_malformed_key_set_is_refused_or_has_signed_nothing(String text) {
    var token = ForeignJwt.parse(OURS.sign(CLAIMS), "it", INVALID_REQUEST);
    try {
      var keys = PublicKeys.parse(text);
      assertThat(keys.haveSigned(token) || keys.haveCertificate(c -> true)).isFalse();
      assertThat(keys.toEncrypt(new Encryption("ECDH-ES", "A128GCM"))).isEmpty();
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal).hasMessageMatching("(?s)(is|has|holds) .*");
    }
  }

  @Property(tries = 300)
  @Security(38)
  void whatever_stands_in_a_header_is_no_fault(
      @ForAll @StringLength(max = 60) String header,
      @ForAll @StringLength(max = 60) String claims) {
    for (var text : List.of(header, "{\"alg\":\"ES256\",\"" + header + "\":" + claims + "}")) {
      var jwt = Base64URL.encode(text) + "." + Base64URL.encode(claims) + ".AAAA";
      assertThatCode(() -> JoseParser.signed(jwt).flatMap(JoseParser::claims))
          .doesNotThrowAnyException();
      assertThatCode(() -> JoseParser.encrypted(jwt + ".AA.AA")).doesNotThrowAnyException();
      assertThatCode(() -> JoseParser.keys(text)).doesNotThrowAnyException();
    }
  }

  @Test
  @Security(29)
  void a_huge_key_is_not_used() {
    var sound = Signer.rsa("r", "PS256");
    var key = (RSAKey) sound.key();
    var modulus = Base64URL.encode(huge(2_048));
    for (var one :
        List.of(
            new RSAKey.Builder(modulus, key.getPublicExponent()).build(),
            new RSAKey.Builder(key.getModulus(), key.getModulus()).build())) {
      assertThat(Verification.suits(one, "PS256")).isFalse();
    }
    assertThat(Verification.suits(key.toPublicJWK(), "PS256")).isTrue();
  }

  @Test
  @Security(29)
  void a_key_in_a_header_costs_no_more_than_it_is_long() {
    var number = Base64URL.encode(huge(15_000));
    for (var key :
        List.of(
            "{'kty':'RSA','n':'%s','e':'%s'}",
            "{'kty':'EC','crv':'P-521','x':'%s','y':'%s'}",
            "{'kty':'OKP','crv':'Ed25519','x':'%s','d':'%s'}",
            "{'kty':'EC','crv':'P-256','x':'%s','y':'AA','x5c':['%s']}")) {
      var header = "{'alg':'PS256','jwk':" + key.formatted(number, number) + "}";
      var jwt = Base64URL.encode(header.replace('\'', '"')) + ".e30.AAAA";
      Effort.within(1_500, key, () -> signsItself(jwt));
    }
  }

  private static boolean signsItself(String jwt) {
    var token = ForeignJwt.parse(jwt, "it", INVALID_REQUEST);
    return token.keyInside().filter(token::isSignedBy).isPresent();
  }

  @Test
  void a_sound_one_is_read() {
    var secret = new OctetSequenceKey.Builder(huge(64)).build();
    var jwt = JoseParser.signed(new Signer(secret, "HS256").sign(CLAIMS)).orElseThrow();
    assertThat(JoseParser.claims(jwt)).contains(CLAIMS);
    assertThat(JoseParser.verifies(jwt, verifier(secret))).isTrue();
    assertThat(JoseParser.text(CLAIMS, "sub")).contains("me");
    assertThat(JoseParser.thumbprint(OURS.key())).isPresent();
    assertThat(JoseParser.keys(OURS.jwks()).map(List::size)).isEqualTo(Optional.of(1));
  }

  private static MACVerifier verifier(JWK secret) {
    try {
      return new MACVerifier(secret.toOctetSequenceKey());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] huge(int bytes) {
    var number = new byte[bytes];
    Arrays.fill(number, (byte) 0xff);
    return number;
  }
}
