package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.runtime.PassingFault;

/** A token whose key does not sign yet: its code, or refresh token, is good when it does. */
@Spec("OpenID Connect Core §10.1.1")
class AwaitedKeyTest {
  private static final Duration WAIT = Duration.ofSeconds(302);
  private static final Duration ALMOST = WAIT.minusSeconds(30);

  @StoreTest
  void a_code_is_not_used_up(Store store) throws ParseException {
    var desk = Desk.published(store);
    desk.clients.apply(
        client("\"id_token_signed_response_alg\": \"PS256\", \"scope\": \"openid\""));
    var early = Authorization.redemption(Authorization.of("openid").code(desk));
    assertThatThrownBy(() -> desk.token("spa", early)).isInstanceOf(PassingFault.class);
    desk.clock.advance(ALMOST);
    var post = Authorization.redemption(Authorization.of("openid").code(desk));
    assertThatThrownBy(() -> desk.token("spa", post)).isInstanceOf(PassingFault.class);
    desk.clock.advance(WAIT.minus(ALMOST));
    var idToken = SignedJWT.parse(desk.token("spa", post).getString("id_token"));
    assertThat(idToken.getHeader().getAlgorithm().getName()).isEqualTo("PS256");
  }

  @StoreTest
  void a_refresh_token_is_not_used_up(Store store) {
    var desk = Desk.published(store);
    var scopes = "openid offline_access";
    desk.clients.apply(client("\"scope\": \"openid offline_access\""));
    var refresh = Authorization.of(scopes).tokens(desk).getString("refresh_token");
    desk.clients.apply(
        client(
            "\"scope\": \"openid offline_access\", \"id_token_signed_response_alg\": \"ES512\""));
    var post = new String[] {"grant_type", "refresh_token", "refresh_token", refresh};
    assertThatThrownBy(() -> desk.token("spa", post)).isInstanceOf(PassingFault.class);
    desk.clock.advance(WAIT);
    assertThat(desk.token("spa", post)).containsKeys("id_token", "refresh_token");
  }

  @StoreTest
  void an_access_token_waits_for_the_algorithm_of_its_api(Store store) {
    var desk = Desk.published(store);
    desk.clients.applyResources(
        """
        [{"resource": "https://api.test/notes", "title": "Notes", "signing_alg": "ES384",
          "scopes": [{"scope": "notes.read", "title": "Read", "description": "Read notes."}]}]
        """);
    var post = new String[] {"grant_type", "client_credentials", "scope", "notes.read"};
    assertThatThrownBy(() -> desk.token("svc", post)).isInstanceOf(PassingFault.class);
    desk.clock.advance(WAIT);
    assertThat(desk.token("svc", post)).containsKey("access_token");
  }

  private static String client(String more) {
    return """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "grant_types": ["authorization_code", "refresh_token"],
          "redirect_uris": ["https://app.test/cb"], %s}]
        """
        .formatted(more);
  }
}
