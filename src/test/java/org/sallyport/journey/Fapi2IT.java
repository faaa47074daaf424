package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.dpop.Prover;
import org.sallyport.platform.jose.Signer;

/** A client of the FAPI 2.0 Security Profile, and what it must not do. */
@Spec("FAPI 2.0 Security Profile §5.3.2")
class Fapi2IT {
  private final Server server = Server.onH2();
  private final Application fapi = new Application(server, "fapi", "", "https://fapi.test/cb");
  private final Keyholder keyholder = new Keyholder(fapi);
  private final Prover prover = new Prover(Clock.systemUTC());

  @Test
  void it_goes_all_the_way_with_a_key_a_push_and_proofs() {
    var request = fapi.asksFor("openid notes.read");
    var back = Visitor.alice(server).authorizes(pushed(request));
    Expect.code(back, request);
    var tokens = proving("/oauth2/token", Keyholder.redemption(request, back));
    assertThat(tokens.json()).containsEntry("token_type", "DPoP");
    assertThat(Tokens.header(tokens.text("id_token")).getAlgorithm().getName()).isEqualTo("ES256");

    var refresh = tokens.text("refresh_token");
    for (var round = 0; round < 3; round++) {
      var form = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
      var refreshed = proving("/oauth2/token", form);
      assertThat(refreshed.json()).containsEntry("token_type", "DPoP");
      assertThat(refreshed.text("refresh_token")).isEqualTo(refresh);
    }
    assertThat(proving("/oauth2/revoke", Map.of("token", refresh)).status()).isEqualTo(200);
    var ended = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
    Expect.json(proving("/oauth2/token", ended), 400, "invalid_grant");
  }

  @Test
  void a_request_that_was_not_pushed_is_refused_by_its_rule() {
    var request = fapi.asksFor("openid");
    var answer = Visitor.alice(server).opens(request);
    Expect.sentBack(answer, request, "invalid_request");
    assertThat(answer.returned().get("error_description")).contains("fapi2-security", "5.3.2.2-3");
  }

  @Test
  void a_token_that_would_not_be_bound_is_refused_by_its_rule() {
    var own = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    var answer = keyholder.posts("/oauth2/token", own);
    Expect.json(answer, 400, "invalid_request");
    assertThat(answer.text("error_description")).contains("fapi2-security", "5.3.2.1-4");
    assertThat(proving("/oauth2/token", own).json()).containsEntry("token_type", "DPoP");
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.4.1")
  void a_proof_by_another_algorithm_is_refused_wherever_it_is_shown() {
    var key = Signer.rsa("key", "PS256");
    var strong = new Prover(key, Clock.systemUTC());
    var weak = new Prover(key.by("RS256"), Clock.systemUTC());
    var own = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    refused(proving("/oauth2/token", own, weak), 400);
    refused(proving("/oauth2/par", fapi.asksFor("openid").parameters(), weak), 400);

    var request = fapi.asksFor("openid");
    var back = Visitor.alice(server).authorizes(pushed(request));
    var form = Keyholder.redemption(request, back);
    refused(proving("/oauth2/token", form, weak), 400);
    var token = proving("/oauth2/token", form, strong).text("access_token");
    assertThat(userinfo(token, strong).json()).containsKey("sub");
    refused(userinfo(token, weak), 401);
  }

  private static void refused(Answer answer, int status) {
    Expect.json(answer, status, "invalid_dpop_proof");
    assertThat(answer.text("error_description")).contains("fapi2-security", "5.4.1");
  }

  private Answer userinfo(String token, Prover by) {
    var url = server.url("/oauth2/userinfo");
    var request =
        server
            .request(url)
            .header("Authorization", "DPoP " + token)
            .header("DPoP", by.with(token, "GET", url));
    return Http.send(url, request.build());
  }

  @Test
  void a_pushed_request_says_where_it_returns_to() {
    var silent = fapi.asksFor("notes.read").without("redirect_uri").parameters();
    var answer = keyholder.posts("/oauth2/par", silent);
    Expect.json(answer, 400, "invalid_request");
    assertThat(answer.text("error_description")).contains("fapi2-security", "5.3.2.2-6");
  }

  private Authorization pushed(Authorization request) {
    var answer = keyholder.posts("/oauth2/par", request.parameters());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    var reference = new LinkedHashMap<String, String>();
    reference.put("client_id", fapi.id());
    reference.put("request_uri", answer.text("request_uri"));
    return new Authorization(fapi, request.verifier(), reference);
  }

  private Answer proving(String path, Map<String, String> form) {
    return proving(path, form, prover);
  }

  private Answer proving(String path, Map<String, String> form, Prover by) {
    var url = server.url(path);
    var request = keyholder.request(path, form, keyholder.assertion());
    return Http.send(url, request.header("DPoP", by.proof("POST", url)).build());
  }
}
