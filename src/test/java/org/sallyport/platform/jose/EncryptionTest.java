package org.sallyport.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/** What we encrypt, its recipient reads by another library, and nobody else does. */
@Spec("RFC 7518 §4")
class EncryptionTest {
  private static final String JWT = "e30.e30.x";
  private static final Recipient RSA = Recipient.RSA;

  static Stream<Encryption> all() {
    return Encryption.ALGORITHMS.stream()
        .flatMap(a -> Encryption.METHODS.stream().map(m -> new Encryption(a, m)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_recipient_reads_it(Encryption how) throws ParseException {
    var recipient = how.algorithm().startsWith("RSA") ? RSA : Recipient.BOB;
    var encrypted = how.encrypt(JWT, recipient.key().toPublicJWK());
    assertThat(recipient.reads(encrypted)).isEqualTo(JWT);
    var header = JWEObject.parse(encrypted).getHeader();
    assertThat(header.getAlgorithm().getName()).isEqualTo(how.algorithm());
    assertThat(header.getEncryptionMethod().getName()).isEqualTo(how.method());
    assertThat(header.getKeyID()).isEqualTo(recipient.key().getKeyID());
    assertThat(header.getContentType()).isEqualTo("JWT");
    assertThat(how.encrypt(JWT, recipient.key().toPublicJWK())).isNotEqualTo(encrypted);
  }

  @Test
  void other_curves_serve_too() {
    var how = new Encryption("ECDH-ES+A256KW", "A256GCM");
    for (var curve : new Curve[] {Curve.P_384, Curve.P_521}) {
      var recipient = Recipient.elliptic(curve);
      assertThat(recipient.reads(how.encrypt(JWT, recipient.key().toPublicJWK()))).isEqualTo(JWT);
    }
  }

  @Test
  @Spec("OpenID Connect Core §10.2")
  void only_a_strong_key_that_is_for_encryption_and_for_the_algorithm_is_used() throws Exception {
    var agreed = new Encryption("ECDH-ES", "A128GCM");
    var wrapped = new Encryption("RSA-OAEP-256", "A128GCM");
    assertThat(key(agreed, Recipient.BOB.key())).isTrue();
    assertThat(key(wrapped, RSA.key())).isTrue();
    assertThat(key(wrapped, Recipient.BOB.key())).isFalse();
    assertThat(key(agreed, RSA.key())).isFalse();
    assertThat(wrapped.suits(JWK.parse(RSA.key().toJSONString().replace("\"enc\"", "\"sig\""))))
        .isFalse();
    assertThat(key(agreed, Signer.es256("one").key())).isFalse();
    var named =
        Recipient.BOB.key().toJSONString().replace("\"use\"", "\"alg\":\"ECDH-ES\",\"use\"");
    assertThat(key(agreed, JWK.parse(named))).isTrue();
    assertThat(key(new Encryption("ECDH-ES+A256KW", "A128GCM"), JWK.parse(named))).isFalse();
  }

  private static boolean key(Encryption how, JWK key) {
    return PublicKeys.parse("{\"keys\":[" + key.toPublicJWK() + "]}").toEncrypt(how).isPresent();
  }

  @ParameterizedTest
  @Spec("RFC 8725 §3.2")
  @ValueSource(strings = {"RSA1_5", "RSA-OAEP", "dir", "none", "A128KW", "PBES2-HS256+A128KW", ""})
  void no_other_algorithm_is_taken(String algorithm) {
    assertThatThrownBy(() -> new Encryption(algorithm, "A128GCM"))
        .isInstanceOf(OAuthException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "A128CBC", ""})
  void no_other_method_is_taken(String method) {
    assertThatThrownBy(() -> new Encryption("ECDH-ES", method)).isInstanceOf(OAuthException.class);
  }
}
