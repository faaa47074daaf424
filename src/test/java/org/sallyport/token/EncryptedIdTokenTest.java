package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Spec;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.jose.Recipient;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.platform.runtime.PassingFault;

/** An ID token that only its client reads. */
@Spec("OpenID Connect Core §10.2")
class EncryptedIdTokenTest {
  private static final String BOB = "\"jwks\": " + Recipient.BOB.jwks();

  @StoreTest
  void it_is_signed_then_encrypted(Store store) throws ParseException {
    var desk = new Desk(store);
    desk.clients.apply(client(BOB, "\"id_token_encrypted_response_alg\": \"ECDH-ES+A256KW\""));
    var encrypted = Authorization.of("openid").tokens(desk).getString("id_token");
    assertThat(encrypted.split("\\.", -1)).hasSize(5);
    var inside = SignedJWT.parse(Recipient.BOB.reads(encrypted));
    assertThat(inside.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(inside.getJWTClaimsSet().getSubject()).isEqualTo("alice");
    assertThat(inside.getJWTClaimsSet().getAudience()).containsExactly("spa");
  }

  @StoreTest
  void while_its_key_cannot_be_had_nothing_is_used_up(Store store) {
    var desk = new Desk(store);
    var away = "\"jwks_uri\": \"https://keys.test:1/jwks\"";
    desk.clients.apply(client(away, "\"id_token_encrypted_response_alg\": \"ECDH-ES\""));
    var code = Authorization.of("openid").code(desk);
    var post = Authorization.redemption(code);
    assertThatThrownBy(() -> desk.token("spa", post)).isInstanceOf(PassingFault.class);
    desk.clients.apply(client(BOB, "\"id_token_encrypted_response_alg\": \"ECDH-ES\""));
    assertThat(desk.token("spa", post)).containsKey("id_token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"enabled\": true|\"id_token_encrypted_response_alg\": \"ECDH-ES\"|use enc",
        "BOB|\"id_token_encrypted_response_alg\": \"RSA-OAEP-256\"|use enc",
        "BOB|\"id_token_encrypted_response_alg\": \"RSA1_5\"|encrypts by",
        "BOB|\"id_token_encrypted_response_alg\": \"ECDH-ES\", \"id_token_encrypted_response_enc\": \"x\"|content by",
        "BOB|\"userinfo_encrypted_response_alg\": \"ECDH-ES\"|userinfo_signed_response_alg",
        "BOB|\"id_token_encrypted_response_enc\": \"A128GCM\"|id_token_encrypted_response_alg"
      })
  void a_registration_that_cannot_be_meant_is_refused(String keys, String more, String told) {
    var desk = new Desk(Stores.h2());
    assertThatThrownBy(() -> desk.clients.apply(client(keys.replace("BOB", BOB), more)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(told);
  }

  private static String client(String keys, String more) {
    return """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid", %s, %s}]
        """
        .formatted(keys, more);
  }
}
