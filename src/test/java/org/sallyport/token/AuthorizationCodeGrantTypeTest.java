package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.token.Authorization.VERIFIER;
import static org.sallyport.token.Authorization.redemption;
import static org.sallyport.token.Refusal.refused;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Stores;

/** What a code is redeemed for, and against what. */
@Spec("RFC 6749 §4.1.3")
class AuthorizationCodeGrantTypeTest {
  private final Desk desk = new Desk(Stores.h2());
  private final String code = Authorization.of("openid profile groups notes.read").code(desk);

  @Test
  @Spec("RFC 6749 §5.1")
  void it_gives_all_tokens_that_were_allowed() {
    var answer = desk.token("spa", redemption(code));
    assertThat(answer).containsKeys("access_token", "refresh_token", "id_token");
    assertThat(answer.getString("token_type")).isEqualTo("Bearer");
    assertThat(answer.getInt("expires_in")).isEqualTo(300);
    assertThat(answer.getString("scope")).isEqualTo("openid profile groups notes.read");
  }

  @Test
  @Spec({"RFC 9068 §2.2", "MicroProfile JWT 2.1 §5.1"})
  void its_access_token_speaks_of_the_person_to_the_api() {
    var token = desk.token("spa", redemption(code)).getString("access_token");
    var read = desk.accessTokens().read(token).orElseThrow();
    assertThat(read.audience()).containsExactly("https://api.test/notes");
    assertThat(read.subject().value()).isEqualTo("alice");
    assertThat(read.claims())
        .containsEntry("upn", "alice")
        .containsEntry("preferred_username", "alice")
        .containsEntry("client_id", "spa")
        .containsEntry("sid", "session-1")
        .containsKeys("groups", "auth_time", "acr", "amr");
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.1")
  void its_id_token_names_the_session_to_a_client_with_something_to_do_at_sign_out()
      throws ParseException {
    assertThat(sid(desk.token("spa", redemption(code)))).isNull();
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid",
          "post_logout_redirect_uris": ["https://app.test/bye"]}]
        """);
    assertThat(sid(Authorization.of("openid").tokens(desk))).isEqualTo("session-1");
  }

  private static @Nullable Object sid(JsonObject tokens) throws ParseException {
    return SignedJWT.parse(tokens.getString("id_token")).getJWTClaimsSet().getClaim("sid");
  }

  @Test
  @Spec("OpenID Connect Core §3.1.3.6")
  void its_id_token_answers_the_nonce() throws ParseException {
    var token = SignedJWT.parse(desk.token("spa", redemption(code)).getString("id_token"));
    assertThat(token.getJWTClaimsSet().getClaim("nonce")).isEqualTo("n-0S6_WzA2Mj");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("spa");
    assertThat(token.getJWTClaimsSet().getClaims()).containsKeys("at_hash", "auth_time");
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
  }

  @Test
  void its_id_token_is_signed_as_the_client_wants() throws ParseException {
    var answer = Authorization.of("openid").to("web").tokens(desk);
    var algorithm = SignedJWT.parse(answer.getString("id_token")).getHeader().getAlgorithm();
    assertThat(algorithm.getName()).isEqualTo("ES256");
  }

  @Test
  void without_openid_there_is_no_id_token() {
    assertThat(Authorization.of("notes.read").tokens(desk)).doesNotContainKey("id_token");
  }

  @Test
  @Security(67)
  void another_clients_attempt_is_refused_and_harms_nobody() {
    refused(INVALID_GRANT, () -> desk.token("web", redemption(code)));
    assertThat(desk.token("spa", redemption(code))).containsKey("access_token");
  }

  @Test
  @Security({69, 71})
  @Spec("RFC 7636 §4.6")
  void a_missing_or_wrong_verifier_is_refused_and_harms_nobody() {
    refused(INVALID_GRANT, () -> desk.token(post().with("code_verifier")));
    for (var i = 0; i < 5; i++) {
      refused(INVALID_GRANT, () -> desk.token(post().with("code_verifier", "a".repeat(43))));
    }
    assertThat(desk.token("spa", redemption(code))).containsKey("access_token");
  }

  @ParameterizedTest
  @Security(71)
  @ValueSource(strings = {"short", VERIFIER + "\n", VERIFIER + "ü", VERIFIER + " "})
  void a_verifier_that_is_none_is_an_invalid_request(String verifier) {
    refused(INVALID_REQUEST, () -> desk.token(post().with("code_verifier", verifier)));
    assertThat(desk.token("spa", redemption(code))).containsKey("access_token");
  }

  @Test
  @Security(70)
  @Spec("RFC 9700 §4.8.2")
  void a_code_without_challenge_takes_no_verifier_but_wants_its_redirect_uri() {
    var plain = Authorization.of("openid").to("web").unchallenged().code(desk);
    refused(INVALID_REQUEST, () -> desk.token("web", redemption(plain)));
    var post = Post.of("grant_type", "authorization_code", "code", plain);
    refused(INVALID_GRANT, () -> desk.token(Desk.as("web", post)));
    var right = post.with("redirect_uri", Authorization.REDIRECT_URI);
    assertThat(desk.token(Desk.as("web", right))).containsKey("id_token");
  }

  @Test
  void another_redirect_uri_is_refused_and_harms_nobody() {
    refused(INVALID_GRANT, () -> desk.token(post().with("redirect_uri", "https://app.test/cb/")))
        .hasMessageEndingWith("; received: https://app.test/cb/");
    assertThat(desk.token("spa", redemption(code))).containsKey("access_token");
  }

  @Test
  @Spec("OAuth 2.1 §4.1.3")
  void with_a_challenge_the_redirect_uri_may_be_left_out() {
    assertThat(desk.token(post().with("redirect_uri"))).containsKey("access_token");
  }

  @Test
  @Security(73)
  void it_lives_for_a_minute() {
    desk.clock.advance(Duration.ofSeconds(60));
    refused(INVALID_GRANT, () -> desk.token("spa", redemption(code)))
        .hasMessageContaining("expired");
  }

  @Test
  @Security(79)
  void it_is_nothing_but_a_code() {
    refused(INVALID_GRANT, () -> desk.token("spa", refresh(code)));
    var tokens = desk.token("spa", redemption(code));
    for (var kind : new String[] {"refresh_token", "access_token", "id_token"}) {
      refused(INVALID_GRANT, () -> desk.token("spa", redemption(tokens.getString(kind))));
    }
    refused(INVALID_GRANT, () -> desk.token("spa", refresh(tokens.getString("access_token"))));
  }

  @Test
  void a_request_without_a_code_is_invalid() {
    refused(INVALID_REQUEST, () -> desk.token(post().with("code")));
  }

  private Post post() {
    return Desk.as("spa", Post.of(redemption(code)));
  }

  private static String[] refresh(String token) {
    return new String[] {"grant_type", "refresh_token", "refresh_token", token};
  }
}
