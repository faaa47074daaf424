package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What may be learned about a token, and by whom; and how a token is taken back. */
@Spec({"RFC 7662 §2", "RFC 7009 §2"})
class IntrospectionIT {
  private static final Map<String, Object> INACTIVE = Map.of("active", false);

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Application api = Application.api(server);
  private final Application evil = Application.evil(server);
  private final Map<String, Object> tokens =
      Expect.tokens(
          Visitor.alice(server).tokens(house.asksFor("openid notes.read offline_access")));
  private final String access = String.valueOf(tokens.get("access_token"));
  private final String refresh = String.valueOf(tokens.get("refresh_token"));

  @Test
  void the_api_learns_about_a_token_that_is_meant_for_it() {
    assertThat(api.introspects(access).json())
        .containsEntry("active", true)
        .containsEntry("client_id", "house")
        .containsEntry("username", "alice")
        .containsEntry("iss", server.issuer())
        .containsEntry("token_type", "Bearer")
        .containsKeys("sub", "exp", "iat", "scope", "aud");
  }

  @Test
  @Security(113)
  void an_unrelated_client_learns_nothing() {
    assertThat(evil.introspects(access).json()).isEqualTo(INACTIVE);
    assertThat(evil.introspects(refresh).json()).isEqualTo(INACTIVE);
    assertThat(api.introspects(refresh).json()).isEqualTo(INACTIVE);
  }

  @Test
  @Security(113)
  void the_api_learns_nothing_about_a_token_for_another_api() {
    var form = Map.of("grant_type", "client_credentials", "resource", "https://api.test/jwt");
    var calendar = Expect.tokens(Application.svc(server).token(form)).get("access_token");
    assertThat(api.introspects(String.valueOf(calendar)).json()).isEqualTo(INACTIVE);
  }

  @Test
  @Security(114)
  void what_is_no_access_token_is_inactive() {
    var id = String.valueOf(tokens.get("id_token"));
    var huge = "x".repeat(60_000);
    var shorter = access.substring(0, access.length() - 1);
    var bodiless = access.replaceFirst("[.][^.]*[.]", "..");
    for (var token : Set.of(id, huge, shorter, access + "A", access + "=", "x", bodiless)) {
      var answer = house.introspects(token);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).as(token).isEqualTo(INACTIVE);
    }
  }

  @Test
  @Security(114)
  void a_code_is_inactive() {
    var request = house.asksFor("openid");
    var code = Visitor.alice(server).authorizes(request).returned().getOrDefault("code", "");
    assertThat(house.introspects(code).json()).isEqualTo(INACTIVE);
    Expect.tokens(house.redeems(request, code));
  }

  @Test
  void the_tokens_own_client_learns_about_both() {
    assertThat(house.introspects(access).json()).containsEntry("active", true);
    assertThat(house.introspects(refresh).json()).containsEntry("active", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token", "nonsense"})
  void a_wrong_hint_misleads_nobody(String hint) {
    var answer =
        house.posts("/oauth2/introspect", Map.of("token", access, "token_type_hint", hint));
    assertThat(answer.json()).containsEntry("active", true);
  }

  @Test
  void a_caller_without_a_proof_learns_nothing() {
    var spa = Application.spa(server);
    Expect.json(
        Http.send(
            server.url("/oauth2/introspect"),
            spa.formPost("/oauth2/introspect", "token=" + access).build()),
        401,
        "invalid_client");
    var asPublic = spa.introspects(access);
    assertThat(asPublic.body()).doesNotContain("\"active\":true");
  }

  @Test
  void a_request_without_token_is_refused() {
    Expect.json(house.posts("/oauth2/introspect", Map.of()), 400, "invalid_request");
    Expect.json(house.posts("/oauth2/revoke", Map.of()), 400, "invalid_request");
  }

  @Test
  void a_revoked_access_token_is_inactive_and_its_grant_is_not() {
    assertThat(house.revokes(access).status()).isEqualTo(200);
    assertThat(api.introspects(access).json()).isEqualTo(INACTIVE);
    Expect.tokens(house.refreshes(refresh));
  }

  @Test
  void revoking_a_refresh_token_ends_everything_of_its_grant() {
    assertThat(house.revokes(refresh).status()).isEqualTo(200);
    assertThat(api.introspects(access).json()).isEqualTo(INACTIVE);
    Expect.json(house.refreshes(refresh), 400, "invalid_grant");
    assertThat(house.revokes(refresh).status()).isEqualTo(200);
  }

  @Test
  @Security(117)
  void another_clients_token_cannot_be_revoked() {
    for (var token : Set.of(access, refresh)) {
      assertThat(evil.revokes(token).status()).isIn(200, 400);
    }
    assertThat(api.introspects(access).json()).containsEntry("active", true);
    Expect.tokens(house.refreshes(refresh));
  }

  @Test
  void revoking_nonsense_succeeds() {
    assertThat(house.revokes("x").status()).isEqualTo(200);
    assertThat(house.revokes(access + "A").status()).isEqualTo(200);
    assertThat(api.introspects(access).json()).containsEntry("active", true);
  }
}
