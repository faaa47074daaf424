package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.token.Refusal.refused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Stores;

/** Access that a client has of its own. */
@Spec("RFC 6749 §4.4")
class ClientCredentialsGrantTypeTest {
  private final Desk desk = new Desk(Stores.h2());
  private final Post post = Desk.as("svc", Post.of("grant_type", "client_credentials"));

  @Test
  @Security({90, 91})
  @Spec({"RFC 9068 §2.2", "RFC 9700 §4.15"})
  void it_is_an_access_token_and_nothing_else() {
    var answer = desk.token(post.with("scope", "notes.read"));
    assertThat(answer).doesNotContainKeys("refresh_token", "id_token");
    assertThat(answer.getString("scope")).isEqualTo("notes.read");
    var token = desk.accessTokens().read(answer.getString("access_token")).orElseThrow();
    assertThat(token.subject().value()).isEqualTo("client:svc");
    assertThat(token.audience()).containsExactly("https://api.test/notes");
    assertThat(token.grant()).isEmpty();
    assertThat(token.claims()).doesNotContainKeys("upn", "groups", "sid", "auth_time");
  }

  @Test
  @Spec("OpenID Connect Core §11")
  void offline_access_beside_others_is_ignored() {
    var answer = desk.token(post.with("scope", "notes.read offline_access"));
    assertThat(answer.getString("scope")).isEqualTo("notes.read");
    refused(INVALID_SCOPE, () -> desk.token(post.with("scope", "offline_access")));
  }

  @Test
  void no_row_is_written_for_it() {
    desk.token(post.with("scope", "notes.read"));
    assertThat(desk.store.count("access_grant", "true")).isZero();
    assertThat(desk.store.count("revoked_token", "true")).isZero();
  }

  @Test
  @Security(90)
  void a_public_client_has_none() {
    refused(UNAUTHORIZED_CLIENT, () -> desk.token("spa", "grant_type", "client_credentials"));
    refused(UNAUTHORIZED_CLIENT, () -> desk.token("web", "grant_type", "client_credentials"));
    var own = new ClientCredentialsGrantType();
    var spa = desk.clients.authenticated("spa");
    var request = new TokenRequest(spa, post.parameters(), Optional.empty());
    refused(UNAUTHORIZED_CLIENT, () -> own.authorize(request));
  }

  @ParameterizedTest
  @Security(90)
  @ValueSource(strings = {"openid", "notes.write", "unknown", "notes.read openid"})
  void a_scope_of_people_or_of_others_is_refused(String scope) {
    refused(INVALID_SCOPE, () -> desk.token(post.with("scope", scope)));
  }

  @Test
  @Spec("RFC 8707 §2.2")
  void resources_with_different_kinds_of_token_are_asked_for_one_at_a_time() {
    refused(INVALID_TARGET, () -> desk.token(post)).hasMessageContaining("one at a time");
    var notes = desk.token(post.with("resource", "https://api.test/notes"));
    assertThat(notes.getString("scope")).isEqualTo("notes.read");
    var calendar = desk.token(post.with("resource", "https://api.test/jwt"));
    assertThat(calendar.getString("scope")).isEqualTo("calendar");
  }

  @ParameterizedTest
  @Security(95)
  @ValueSource(strings = {"https://unknown.test/", "notes", "https://api.test/notes#x"})
  void a_resource_that_is_not_the_clients_is_refused(String resource) {
    refused(INVALID_TARGET, () -> desk.token(post.with("resource", resource)));
  }
}
