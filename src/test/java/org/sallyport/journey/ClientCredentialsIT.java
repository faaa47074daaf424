package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Tokens for services that act for nobody but themselves. */
@Spec("OAuth 2.1 §4.2")
class ClientCredentialsIT {
  private final Server server = Server.onH2();
  private final Application svc = Application.svc(server);

  @Test
  @Security(90)
  void a_service_gets_an_access_token_and_nothing_else() {
    var tokens = Expect.tokens(ask("scope", "notes.read"));
    assertThat(tokens).doesNotContainKeys("refresh_token", "id_token");
    assertThat(tokens).containsEntry("scope", "notes.read");
  }

  @Test
  @Security(90)
  void a_public_client_gets_none() {
    var answer = Application.spa(server).token(Map.of("grant_type", "client_credentials"));
    Expect.json(answer, 400, "unauthorized_client");
  }

  @ParameterizedTest
  @Security(90)
  @ValueSource(
      strings = {"openid", "offline_access", "notes.write", "nothing", "notes.read openid"})
  void a_scope_that_is_not_the_services_is_refused(String scope) {
    Expect.json(ask("scope", scope), 400, "invalid_scope");
  }

  @Test
  @Security(91)
  @Spec("RFC 9700 §4.15")
  void no_service_can_be_mistaken_for_a_person() {
    var alice = Application.house(server).asksFor("openid");
    var person = Expect.tokens(Visitor.alice(server).tokens(alice));
    var service = Expect.tokens(ask("scope", "notes.read"));
    var claims = Tokens.claims(String.valueOf(service.get("access_token")));
    assertThat(claims.getSubject())
        .isEqualTo("client:" + claims.getClaim("client_id"))
        .isNotEqualTo(Tokens.claims(String.valueOf(person.get("access_token"))).getSubject());
    assertThat(claims.getClaims()).doesNotContainKeys("upn", "preferred_username", "auth_time");
  }

  @Test
  @Security(91)
  @Spec("RFC 6750 §3.1")
  void userinfo_knows_no_service() {
    var service = String.valueOf(Expect.tokens(ask("scope", "notes.read")).get("access_token"));
    var url = server.url("/oauth2/userinfo");
    var request = server.request(url).header("Authorization", "Bearer " + service).build();
    assertThat(Http.send(url, request).status()).isIn(401, 403);
  }

  @Test
  @Security(95)
  @Spec("RFC 8707 §2.2")
  void a_token_is_for_the_resource_that_was_asked_for() {
    var tokens = Expect.tokens(ask("resource", "https://api.test/jwt"));
    var claims = Tokens.claims(String.valueOf(tokens.get("access_token")));
    assertThat(claims.getAudience()).containsExactly("https://api.test/jwt");
    assertThat(tokens).containsEntry("scope", "calendar.read");
  }

  @Test
  @Security(95)
  void a_resource_that_nobody_serves_is_refused() {
    Expect.json(ask("resource", "https://unknown.test/"), 400, "invalid_target");
  }

  private Answer ask(String name, String value) {
    return svc.token(Map.of("grant_type", "client_credentials", name, value));
  }
}
