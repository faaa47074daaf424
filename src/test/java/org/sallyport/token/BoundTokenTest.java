package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.token.Refusal.refused;

import jakarta.json.JsonObject;
import java.util.Map;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.dpop.Prover;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Confirmation;

/** Tokens and codes that are no use without a key. */
@Spec("RFC 9449 §5")
class BoundTokenTest {
  private static final String URI = "https://id.test/oauth2/token";

  @StoreTest
  @Security(102)
  void a_proof_binds_the_access_token(Store store) {
    var desk = new Desk(store);
    var prover = new Prover(desk.clock);
    var tokens = desk.token(proved(redemption(desk, "web"), prover));
    assertThat(tokens.getString("token_type")).isEqualTo("DPoP");
    var token = desk.accessTokens().read(tokens.getString("access_token")).orElseThrow();
    assertThat(token.bound()).contains(Confirmation.key(prover.key()));
    assertThat(token.claims()).containsEntry("cnf", Map.of("jkt", prover.key().value()));
  }

  @StoreTest
  void without_a_proof_nothing_is_bound(Store store) {
    var desk = new Desk(store);
    var tokens = desk.token(redemption(desk, "spa"));
    assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
    var token = desk.accessTokens().read(tokens.getString("access_token")).orElseThrow();
    assertThat(token.bound()).isEmpty();
    assertThat(token.claims()).doesNotContainKey("cnf");
  }

  @StoreTest
  @Security(102)
  void a_public_clients_refresh_tokens_are_bound_to_its_key(Store store) {
    var desk = new Desk(store);
    var prover = new Prover(desk.clock);
    var first = desk.token(proved(redemption(desk, "spa"), prover));
    refused(INVALID_GRANT, () -> desk.token(refresh("spa", first)));
    var thief = new Prover(desk.clock);
    refused(INVALID_GRANT, () -> desk.token(proved(refresh("spa", first), thief)));
    var second = desk.token(proved(refresh("spa", first), prover));
    assertThat(second.getString("token_type")).isEqualTo("DPoP");
    refused(INVALID_GRANT, () -> desk.token(refresh("spa", second)));
    assertThat(desk.token(proved(refresh("spa", second), prover))).containsKey("access_token");
  }

  @StoreTest
  void a_client_that_authenticates_may_change_its_key(Store store) {
    var desk = new Desk(store);
    var first = desk.token(proved(redemption(desk, "web"), new Prover(desk.clock)));
    var next = new Prover(desk.clock);
    var second = desk.token(proved(refresh("web", first), next));
    var token = desk.accessTokens().read(second.getString("access_token")).orElseThrow();
    assertThat(token.bound()).contains(Confirmation.key(next.key()));
  }

  @StoreTest
  @Security(107)
  @Spec("RFC 9449 §10")
  void a_code_asked_for_with_a_key_needs_that_key(Store store) {
    var desk = new Desk(store);
    var prover = new Prover(desk.clock);
    for (var client : new String[] {"spa", "web"}) {
      var allowed = Authorization.of("openid notes.read").to(client).boundTo(prover.key());
      var post = Desk.as(client, Post.of(Authorization.redemption(allowed.code(desk))));
      refused(INVALID_GRANT, () -> desk.token(post));
      refused(INVALID_GRANT, () -> desk.token(proved(post, new Prover(desk.clock))));
      assertThat(desk.token(proved(post, prover))).containsKey("access_token");
    }
  }

  @StoreTest
  void a_service_gets_a_bound_token_too(Store store) {
    var desk = new Desk(store);
    var prover = new Prover(desk.clock);
    var form = Post.of("grant_type", "client_credentials", "scope", "notes.read");
    var tokens = desk.token(proved(Desk.as("svc", form), prover));
    assertThat(tokens.getString("token_type")).isEqualTo("DPoP");
  }

  @StoreTest
  @Spec("RFC 9449 §5.2")
  void a_client_of_bound_tokens_gets_no_other(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(
        """
        [{"client_id": "svc", "client_name": "Service", "client_secret": "0123456789abcdef",
          "grant_types": ["client_credentials"], "scope": "notes.read",
          "dpop_bound_access_tokens": true}]
        """);
    var form = Desk.as("svc", Post.of("grant_type", "client_credentials"));
    refused(INVALID_REQUEST, () -> desk.token(form));
    assertThat(desk.token(proved(form, new Prover(desk.clock)))).containsKey("access_token");
  }

  private static Post redemption(Desk desk, String client) {
    var code = Authorization.of("openid notes.read").to(client).code(desk);
    return Desk.as(client, Post.of(Authorization.redemption(code)));
  }

  private static Post refresh(String client, JsonObject tokens) {
    var value = tokens.getString("refresh_token");
    return Desk.as(client, Post.of("grant_type", "refresh_token", "refresh_token", value));
  }

  private static Post proved(Post post, Prover prover) {
    return post.proving(prover.proof("POST", URI));
  }
}
