package org.sallyport.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.token.Refusal.refused;

import jakarta.json.JsonObject;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.grant.TestGrants;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ClientId;
import org.sallyport.token.Authorization;
import org.sallyport.token.Desk;

/** How a client gives a token back, and what ends with it. */
@Spec("RFC 7009 §2.1")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class RevocationTest {

  @StoreTest
  void an_access_token_goes_alone(Store store) {
    var desk = new Desk(store);
    var tokens = tokens(desk);
    revoke(desk, "spa", tokens.getString("access_token"));
    revoke(desk, "spa", tokens.getString("access_token"));
    assertThat(isGood(desk, tokens)).isFalse();
    assertThat(refresh(desk, tokens)).containsKey("access_token");
  }

  @StoreTest
  void with_a_refresh_token_goes_everything_of_its_grant(Store store) {
    var desk = new Desk(store);
    var tokens = tokens(desk);
    var other = tokens(desk);
    revoke(desk, "spa", tokens.getString("refresh_token"));
    revoke(desk, "spa", tokens.getString("refresh_token"));
    assertThat(isGood(desk, tokens)).isFalse();
    assertThat(isGood(desk, other)).isTrue();
    refused(INVALID_GRANT, () -> refresh(desk, tokens));
  }

  @StoreTest
  void so_it_does_with_one_that_was_replaced(Store store) {
    var desk = new Desk(store);
    var tokens = tokens(desk);
    var next = refresh(desk, tokens);
    revoke(desk, "spa", tokens.getString("refresh_token"));
    assertThat(isGood(desk, next)).isFalse();
    refused(INVALID_GRANT, () -> refresh(desk, next));
  }

  @StoreTest
  @Security(117)
  void another_clients_token_stays_good(Store store) {
    var desk = new Desk(store);
    var tokens = tokens(desk);
    for (var kind : new String[] {"access_token", "refresh_token"}) {
      refused(UNAUTHORIZED_CLIENT, () -> revoke(desk, "svc", tokens.getString(kind)));
    }
    assertThat(isGood(desk, tokens)).isTrue();
    assertThat(refresh(desk, tokens)).containsKey("access_token");
  }

  @StoreTest
  @Spec("RFC 7009 §2.2")
  void what_is_no_token_is_revoked_already(Store store) {
    var desk = new Desk(store);
    var tokens = tokens(desk);
    var code = Authorization.of("openid").code(desk);
    revoke(desk, "spa", "x");
    revoke(desk, "spa", tokens.getString("access_token") + "A");
    revoke(desk, "spa", tokens.getString("id_token"));
    revoke(desk, "spa", code);
    refused(INVALID_REQUEST, () -> revoke(desk, "spa", ""));
    assertThat(isGood(desk, tokens)).isTrue();
    assertThat(desk.token("spa", Authorization.redemption(code))).containsKey("access_token");
  }

  private static JsonObject tokens(Desk desk) {
    return Authorization.of("openid notes.read offline_access").tokens(desk);
  }

  private static void revoke(Desk desk, String client, String token) {
    var revocation = new Revocation();
    revocation.accessTokens = desk.accessTokens();
    revocation.revoked = TestGrants.revokedTokens(desk.store);
    revocation.credentials = desk.credentials;
    revocation.grants = desk.grants;
    revocation.audit = new Audit();
    revocation.clock = desk.clock;
    var form = Post.of("token", token).parameters();
    desk.committed(
        () -> {
          revocation.revoke(form.required("token"), new ClientId(client));
          return true;
        });
  }

  private static JsonObject refresh(Desk desk, JsonObject tokens) {
    var token = tokens.getString("refresh_token");
    return desk.token("spa", "grant_type", "refresh_token", "refresh_token", token);
  }

  private static boolean isGood(Desk desk, JsonObject tokens) {
    var token = desk.accessTokens().read(tokens.getString("access_token")).orElseThrow();
    return desk.store.inTransaction(
        () -> desk.standing().token(token.jti(), token.client(), token.grant(), token.issuedAt()));
  }
}
