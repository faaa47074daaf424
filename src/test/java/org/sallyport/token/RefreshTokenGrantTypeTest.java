package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.token.Refusal.refused;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Stores;

/** What a refresh token gives, to whom, and for how long. */
@Spec("RFC 6749 §6")
class RefreshTokenGrantTypeTest {
  private static final String SCOPES = "openid notes.read notes.write offline_access";

  private final Desk desk = new Desk(Stores.h2());
  private final String first = refreshToken(Authorization.of(SCOPES).tokens(desk));

  @Test
  void it_gives_a_new_access_token_and_its_own_successor() {
    var answer = refresh(first);
    assertThat(answer.getString("scope")).isEqualTo(SCOPES);
    assertThat(refreshToken(answer)).isNotEqualTo(first);
    assertThat(refresh(refreshToken(answer))).containsKey("access_token");
  }

  @Test
  @Spec("OpenID Connect Core §12.2")
  void its_id_token_has_no_nonce() throws ParseException {
    var claims = SignedJWT.parse(refresh(first).getString("id_token")).getJWTClaimsSet();
    assertThat(claims.getClaims()).doesNotContainKey("nonce").containsKey("auth_time");
    assertThat(claims.getSubject()).isEqualTo("alice");
  }

  @Test
  @Security(81)
  void a_narrower_scope_is_for_this_time_only() {
    var narrow = desk.token(post(first).with("scope", "notes.read"));
    assertThat(narrow.getString("scope")).isEqualTo("notes.read");
    assertThat(narrow).doesNotContainKey("id_token");
    assertThat(refresh(refreshToken(narrow)).getString("scope")).isEqualTo(SCOPES);
  }

  @Test
  @Spec("OpenID Connect Core §11")
  void offline_access_that_was_ignored_may_be_asked_for_again() {
    var granted = refreshToken(Authorization.of("openid notes.read").tokens(desk));
    var answer = desk.token(post(granted).with("scope", "openid notes.read offline_access"));
    assertThat(answer.getString("scope")).isEqualTo("openid notes.read");
    var next = refreshToken(answer);
    refused(INVALID_SCOPE, () -> desk.token(post(next).with("scope", "offline_access")));
  }

  @Test
  @Security({81, 95})
  @Spec("RFC 8707 §2.2")
  void what_was_not_allowed_is_refused_and_harms_nobody() {
    refused(INVALID_SCOPE, () -> desk.token(post(first).with("scope", "openid profile")));
    refused(INVALID_TARGET, () -> desk.token(post(first).with("resource", "https://api.test/jwt")));
    assertThat(refresh(first)).containsKey("access_token");
  }

  @Test
  @Security(83)
  void a_retry_gets_the_same_successor() {
    var once = refreshToken(refresh(first));
    desk.clock.advance(Duration.ofSeconds(9));
    assertThat(refreshToken(refresh(first))).isEqualTo(once);
  }

  @Test
  @Security(82)
  @Spec("RFC 9700 §4.14.2")
  void after_the_grace_time_a_second_use_ends_the_grant() {
    var second = refreshToken(refresh(first));
    desk.clock.advance(Duration.ofSeconds(11));
    refused(INVALID_GRANT, () -> refresh(first));
    refused(INVALID_GRANT, () -> refresh(second));
    assertThat(desk.store.count("access_grant", "end_reason = 'REFRESH_TOKEN_REUSED'")).isOne();
  }

  @Test
  @Security({83, 85})
  void the_token_before_the_last_ends_the_grant_at_once() {
    var third = refreshToken(refresh(refreshToken(refresh(first))));
    refused(INVALID_GRANT, () -> refresh(first));
    refused(INVALID_GRANT, () -> refresh(third));
  }

  @Test
  void another_client_cannot_use_it_and_harms_nobody_by_trying() {
    var stolen = Post.of("grant_type", "refresh_token", "refresh_token", first);
    refused(INVALID_GRANT, () -> desk.token(Desk.as("web", stolen)));
    assertThat(refresh(first)).containsKey("access_token");
  }

  @Test
  void it_outlives_the_session_only_with_offline_access() {
    var bound = refreshToken(Authorization.of("openid notes.read").tokens(desk));
    desk.store.sql("update browser_session set ended_at = created_at");
    refused(INVALID_GRANT, () -> refresh(bound)).hasMessageContaining("session");
    assertThat(refresh(first)).containsKey("access_token");
  }

  @Test
  void left_alone_for_too_long_it_expires() {
    desk.clock.advance(Duration.ofDays(29));
    var second = refreshToken(refresh(first));
    desk.clock.advance(Duration.ofDays(30));
    refused(INVALID_GRANT, () -> refresh(second)).hasMessageContaining("expired");
  }

  @Test
  void however_busy_it_ends_after_90_days() {
    var newest = first;
    for (var month = 0; month < 4; month++) {
      newest = refreshToken(refresh(newest));
      desk.clock.advance(Duration.ofDays(22));
    }
    assertThat(refresh(newest)).containsKey("access_token");
    var last = newest;
    desk.clock.advance(Duration.ofDays(3));
    refused(INVALID_GRANT, () -> refresh(last));
  }

  @Test
  @Security(77)
  void a_forged_one_is_refused_and_so_is_a_changed_one() {
    refused(INVALID_GRANT, () -> refresh("x"));
    refused(INVALID_GRANT, () -> refresh(first + "A"));
    refused(INVALID_GRANT, () -> refresh("B" + first.substring(1)));
  }

  private JsonObject refresh(String token) {
    return desk.token(post(token));
  }

  private static Post post(String token) {
    return Desk.as("spa", Post.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private static String refreshToken(JsonObject answer) {
    return answer.getString("refresh_token");
  }
}
