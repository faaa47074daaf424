package org.sallyport.platform.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/** What others sign is read strictly, and verified by keys that are meant for it. */
@Spec("RFC 8725 §3")
class ForeignJwtTest {
  private static final JWTClaimsSet CLAIMS =
      new JWTClaimsSet.Builder().subject("me").expirationTime(Date.from(Instant.EPOCH)).build();

  private final Signer elliptic = Signer.es256("e");
  private final Signer rsa = Signer.rsa("r", "PS256");

  @Test
  @Spec("RFC 7515 Appendix A.3")
  void the_example_of_the_specification_verifies() throws ParseException {
    var key =
        JWK.parse(
            """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """);
    var token =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjD"
            + "xw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    assertThat(parse(token).isSignedBy(key)).isTrue();
    assertThat(parse(token.replace("DtEh", "DtEi")).isSignedBy(key)).isFalse();
    assertThat(parse(token).requiredText("iss")).isEqualTo("joe");
  }

  @Test
  @Spec("RFC 8725 §3.11")
  void one_that_says_it_is_of_another_kind_is_refused() {
    for (var type : List.of("at+jwt", "dpop+jwt", "application/at+jwt", "kind+jwt ")) {
      var other = parse(elliptic.sign(type, CLAIMS));
      assertThatThrownBy(() -> other.mustBeA("kind+jwt")).hasMessageContaining("typ kind+jwt");
    }
    for (var type : List.of("kind+jwt", "KIND+JWT", "application/kind+jwt", "JWT")) {
      parse(elliptic.sign(type, CLAIMS)).mustBeA("kind+jwt");
    }
    parse(elliptic.sign(CLAIMS)).mustBeA("kind+jwt");
  }

  @Test
  @Spec("RFC 8037 Appendix A.4")
  void the_example_of_ed25519_verifies() throws ParseException {
    var key =
        OctetKeyPair.parse(
            """
            {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
            """);
    var signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(US_ASCII);
    var signature =
        new Base64URL(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_Mu"
                    + "M0KAg")
            .decode();
    assertThat(Ed25519.verifies(key, signed, signature)).isTrue();
    signed[signed.length - 1] ^= 1;
    assertThat(Ed25519.verifies(key, signed, signature)).isFalse();
    assertThat(Verification.suits(key, "EdDSA")).isTrue();
    assertThat(Verification.suits(key, "Ed25519")).isTrue();
    assertThat(Verification.suits(key, "ES256")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void an_rsa_key_verifies_by_each_of_its_algorithms(String algorithm) {
    var token = parse(rsa.by(algorithm).sign(CLAIMS));
    assertThat(PublicKeys.parse(rsa.jwks()).haveSigned(token)).isTrue();
    assertThat(PublicKeys.parse(Signer.rsa("r", "PS256").jwks()).haveSigned(token)).isFalse();
  }

  @Test
  void a_key_is_found_by_its_name() {
    var keys = PublicKeys.parse(elliptic.jwks());
    assertThat(keys.haveSigned(parse(elliptic.sign(CLAIMS)))).isTrue();
    var other = elliptic.header().keyID("../../etc/passwd").build();
    assertThat(keys.haveSigned(parse(elliptic.sign(other, CLAIMS)))).isFalse();
    var nameless = new JWSHeader.Builder(JWSAlgorithm.ES256).build();
    assertThat(keys.haveSigned(parse(elliptic.sign(nameless, CLAIMS)))).isTrue();
  }

  @Test
  @Security(99)
  @Spec("RFC 8725 §2.1")
  void a_public_key_is_no_secret() throws Exception {
    var secret = rsa.key().toRSAKey().toRSAPublicKey().getEncoded();
    var token = parse(Signer.hs256(secret).by("HS256").sign(CLAIMS));
    assertThat(PublicKeys.parse(rsa.jwks()).haveSigned(token)).isFalse();
    assertThat(token.isSignedBy(rsa.key().toPublicJWK())).isFalse();
  }

  @Test
  @Security(99)
  void what_wants_a_key_fetched_or_an_extension_understood_is_refused() {
    refused(elliptic.sign(elliptic.header().jwkURL(URI.create("https://x.test")).build(), CLAIMS));
    refused(
        elliptic.sign(elliptic.header().x509CertURL(URI.create("https://x.test")).build(), CLAIMS));
    refused(elliptic.sign(elliptic.header().criticalParams(Set.of("exp")).build(), CLAIMS));
    var raw = elliptic.header().base64URLEncodePayload(false).criticalParams(Set.of("b64"));
    refused(elliptic.sign(raw.build(), CLAIMS));
    refused(elliptic.sign(elliptic.header().keyID("k".repeat(10_000)).build(), CLAIMS));
  }

  @ParameterizedTest
  @Security(99)
  @ValueSource(
      strings = {
        "",
        "x",
        "a.b",
        "a.b.c",
        "a.b.c.d.e",
        "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJub25lIn0.e30.x",
        "eyJhbGciOiJub05lIn0.e30.x",
        "eyJhbGciOiJFUzI1NiJ9.Ing.x",
        "eyJhbGciOiJFUzI1NiJ9.e30.x ",
        "eyJhbGciOiJFUzI1NiJ9.eyJleHAiOiJ4In0.x"
      })
  void what_is_no_signed_jwt_is_refused(String value) {
    refused(value);
  }

  @Test
  void a_claim_of_another_type_is_refused() {
    var claims = new JWTClaimsSet.Builder().claim("nickname", 5).claim("when", "x").build();
    var token = parse(elliptic.sign(claims));
    assertThatThrownBy(() -> token.text("nickname")).isInstanceOf(OAuthException.class);
    assertThatThrownBy(() -> token.time("when")).isInstanceOf(OAuthException.class);
    assertThatThrownBy(() -> token.requiredText("sub")).isInstanceOf(OAuthException.class);
  }

  @Test
  void one_audience_in_an_array_is_not_one_string() {
    var one = new JWTClaimsSet.Builder().audience("https://id.test").build();
    assertThat(parse(elliptic.sign(one)).soleAudience()).contains("https://id.test");
    var array = new JWTClaimsSet.Builder().claim("aud", List.of("https://id.test", "b")).build();
    assertThat(parse(elliptic.sign(array)).soleAudience()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}"
      })
  void a_set_without_a_sound_public_key_is_none(String json) {
    assertThatThrownBy(() -> PublicKeys.parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_set_with_a_private_or_weak_key_is_none() {
    var leaked = "{\"keys\":[" + elliptic.key().toJSONString() + "]}";
    assertThatThrownBy(() -> PublicKeys.parse(leaked)).hasMessageContaining("private");
    var weak = Signer.rsa("w", "PS256", 1024).jwks();
    assertThatThrownBy(() -> PublicKeys.parse(weak)).isInstanceOf(IllegalArgumentException.class);
  }

  private static ForeignJwt parse(String value) {
    return ForeignJwt.parse(value, "client_assertion", INVALID_CLIENT);
  }

  private static void refused(String value) {
    assertThatThrownBy(() -> parse(value))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_CLIENT));
  }
}
