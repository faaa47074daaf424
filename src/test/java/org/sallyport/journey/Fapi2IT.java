package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.dpop.Prover;

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
    Expect.json(answer, 400, "invalid_dpop_proof");
    assertThat(answer.text("error_description")).contains("fapi2-security", "5.3.2.1-4");
    assertThat(proving("/oauth2/token", own).json()).containsEntry("token_type", "DPoP");
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
    var url = server.url(path);
    var request = keyholder.request(path, form, keyholder.assertion());
    return Http.send(url, request.header("DPoP", prover.proof("POST", url)).build());
  }
}
