package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.token.Authorization.redemption;
import static org.sallyport.token.Refusal.refused;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.jwt.AccessToken;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.Scopes;

/** Where the access token of a grant may be used. */
@Spec("RFC 8707 §2.2")
class TokenAudienceTest {
  private static final String NOTES = "https://api.test/notes";
  private static final String CALENDAR = "https://api.test/jwt";

  private final Desk desk = new Desk(Stores.h2());

  @Test
  void without_any_resource_it_is_for_our_own_endpoints() {
    var token = read(Authorization.of("openid profile").tokens(desk));
    assertThat(token.audience()).containsExactly("https://id.test");
    assertThat(token.claims()).containsEntry("upn", "alice").doesNotContainKey("groups");
    var bare = read(Authorization.of("openid").tokens(desk));
    assertThat(bare.claims()).doesNotContainKeys("upn", "preferred_username", "groups");
  }

  @Test
  void scopes_bring_their_resource_server() {
    assertThat(read(Authorization.of("openid notes.read").tokens(desk)).audience())
        .containsExactly(NOTES);
  }

  @Test
  @Security(95)
  void what_the_grant_does_not_cover_is_refused_and_the_code_stays_good() {
    var code = Authorization.of("openid notes.read").code(desk);
    var post = Desk.as("spa", Post.of(redemption(code)));
    refused(INVALID_TARGET, () -> desk.token(post.with("resource", CALENDAR)));
    refused(INVALID_TARGET, () -> desk.token(post.with("resource", "notes")));
    refused(INVALID_TARGET, () -> desk.token(post.with("resource", NOTES, CALENDAR)));
    assertThat(read(desk.token(post.with("resource", NOTES))).audience()).containsExactly(NOTES);
  }

  @Test
  void one_token_cannot_be_of_two_kinds() {
    var code = Authorization.of("openid notes.read calendar").code(desk);
    var post = Desk.as("spa", Post.of(redemption(code)));
    refused(INVALID_TARGET, () -> desk.token(post)).hasMessageContaining("one at a time");
    var calendar = desk.token(post.with("resource", CALENDAR));
    assertThat(calendar.getString("scope")).isEqualTo("openid calendar");
    var refresh =
        Post.of(
            "grant_type", "refresh_token", "refresh_token", calendar.getString("refresh_token"));
    var notes = desk.token(Desk.as("spa", refresh).with("resource", NOTES));
    assertThat(notes.getString("scope")).isEqualTo("openid notes.read");
  }

  @Test
  void the_resources_of_the_authorization_are_the_limit() {
    var code = Authorization.of("openid notes.read calendar").at(NOTES).code(desk);
    var post = Desk.as("spa", Post.of(redemption(code)));
    refused(INVALID_TARGET, () -> desk.token(post.with("resource", CALENDAR)));
    assertThat(read(desk.token(post)).audience()).isEqualTo(List.of(NOTES));
  }

  @Test
  void a_resource_server_that_is_gone_gets_no_token() {
    var code = Authorization.of("openid notes.read").at(NOTES).code(desk);
    desk.clients.applyResources("[]");
    var post = Desk.as("spa", Post.of(redemption(code)));
    refused(INVALID_TARGET, () -> desk.token(post.with("resource", NOTES)));
  }

  @Test
  void a_scope_that_the_client_lost_is_in_no_token_of_an_older_grant() {
    var tokens = Authorization.of("openid notes.read notes.write").tokens(desk);
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "grant_types": ["authorization_code",
          "refresh_token"], "scope": "openid notes.read"}]
        """);
    var refresh =
        Post.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token"));
    var refreshed = desk.token(Desk.as("spa", refresh));
    assertThat(refreshed.getString("scope")).isEqualTo("openid notes.read");
    assertThat(read(refreshed).scopes()).isEqualTo(Scopes.of("openid", "notes.read"));
  }

  private AccessToken read(JsonObject answer) {
    return desk.accessTokens().read(answer.getString("access_token")).orElseThrow();
  }
}
