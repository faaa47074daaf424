package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What an application may learn about the person who signed in. */
@Spec({"OpenID Connect Core §5.3", "RFC 6750 §3.1"})
class UserinfoIT {
  private static final String USERINFO = "/oauth2/userinfo";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Map<String, Object> tokens =
      Expect.tokens(Visitor.alice(server).tokens(house.asksFor("openid email groups")));
  private final String access = String.valueOf(tokens.get("access_token"));

  @Test
  void it_gives_the_claims_of_the_scopes_and_no_others() {
    var subject = Tokens.claims(String.valueOf(tokens.get("id_token"))).getSubject();
    var answer = bearer(access);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.json())
        .containsEntry("sub", subject)
        .containsEntry("email", "alice@example.test")
        .containsEntry("email_verified", true)
        .containsEntry("groups", List.of("staff", "admins"))
        .doesNotContainKeys("name", "given_name", "username", "password");
  }

  @Test
  @Spec("FAPI 1.0 Baseline §6.2.1")
  void an_exchange_keeps_the_number_that_the_client_gives_it() {
    var id = "c770aef3-6784-41f7-8e0e-ff5f97bddb3a";
    assertThat(numbered(id).header("x-fapi-interaction-id")).isEqualTo(id);
    var refused = numbered(access + "x", id);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.all("x-fapi-interaction-id")).containsExactly(id);
    assertThat(numbered("1-1-1-1-1").all("x-fapi-interaction-id")).isEmpty();
    assertThat(numbered("<script>").all("x-fapi-interaction-id")).isEmpty();
    assertThat(bearer(access).all("x-fapi-interaction-id")).isEmpty();
  }

  private Answer numbered(String id) {
    return numbered(access, id);
  }

  private Answer numbered(String token, String id) {
    var url = server.url(USERINFO);
    var request =
        server
            .request(url)
            .header("Authorization", "Bearer " + token)
            .header("x-fapi-interaction-id", id);
    return Http.send(url, request.build());
  }

  @Test
  @Security(119)
  void the_token_may_come_in_a_posted_form() {
    assertThat(posted("access_token=" + access).json()).containsKey("sub");
  }

  @Test
  @Security(119)
  @Spec("OAuth 2.1 §5.1.1")
  void the_token_may_not_come_in_the_query_nor_twice() {
    var query = get(USERINFO + "?access_token=" + access, "");
    assertThat(query.status()).as(query.toString()).isIn(400, 401);
    assertThat(query.body()).doesNotContain("\"sub\"");
    var request =
        house
            .formPost(USERINFO, "access_token=" + access)
            .header("Authorization", "Bearer " + access);
    var both = Http.send(server.url(USERINFO), request.build());
    assertThat(both.status()).isEqualTo(400);
    assertThat(both.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
  }

  @Test
  @Security(119)
  void no_token_is_answered_with_a_challenge_only() {
    var answer = get(USERINFO, "");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error=");
  }

  @Test
  @Security(119)
  void what_is_no_access_token_is_invalid() {
    var id = String.valueOf(tokens.get("id_token"));
    for (var token : List.of(id, "x", access + "A", access.substring(1))) {
      var answer = bearer(token);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate"))
          .startsWith("Bearer ")
          .contains("error=\"invalid_token\"");
    }
  }

  @Test
  @Security(119)
  void a_token_without_openid_has_insufficient_scope() {
    var request = house.asksFor("notes.read").without("nonce");
    var other = Expect.tokens(Visitor.alice(server).tokens(request)).get("access_token");
    var answer = bearer(String.valueOf(other));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
  }

  @Test
  @Security(119)
  void a_revoked_token_is_invalid() {
    house.revokes(access);
    assertThat(bearer(access).status()).isEqualTo(401);
  }

  @Test
  void the_scheme_is_read_in_any_case_and_another_one_not_at_all() {
    assertThat(get(USERINFO, "bearer " + access).status()).isEqualTo(200);
    assertThat(get(USERINFO, "Basic " + access).status()).isEqualTo(401);
    assertThat(get(USERINFO, "Bearer").status()).isIn(400, 401);
  }

  private Answer posted(String body) {
    return Http.send(server.url(USERINFO), house.formPost(USERINFO, body).build());
  }

  private Answer bearer(String token) {
    return get(USERINFO, "Bearer " + token);
  }

  private Answer get(String path, String authorization) {
    var request = server.request(server.url(path)).method("GET", BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return Http.send(server.url(path), request.build());
  }
}
