package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.dpop.Prover;

/** Tokens that are worth nothing to who steals them. */
@Spec("RFC 9449")
class BoundTokenIT {
  private static final Map<String, String> OWN =
      Map.of("grant_type", "client_credentials", "scope", "notes.read");

  private final Server server = Server.onPostgres();
  private final Server second = Server.secondNode();
  private final Application spa = Application.spa(server);
  private final Prover prover = new Prover(Clock.systemUTC());

  @Test
  @Security({102, 107})
  void a_public_clients_tokens_are_bound_from_end_to_end() {
    var request = spa.asksFor("openid notes.read").with("dpop_jkt", prover.key().value());
    var back = Visitor.alice(server).authorizes(request);
    var form = new LinkedHashMap<>(Keyholder.redemption(request, back));
    form.put("client_id", "spa");
    Expect.json(posted(form, new Prover(Clock.systemUTC())), 400, "invalid_grant");

    var tokens = posted(form, prover);
    assertThat(tokens.json()).containsEntry("token_type", "DPoP");
    var access = tokens.text("access_token");
    assertThat(Tokens.claims(access).getClaim("cnf"))
        .isEqualTo(Map.of("jkt", prover.key().value()));
    assertThat(Application.api(second).introspects(access).json())
        .containsEntry("token_type", "DPoP")
        .containsEntry("cnf", Map.of("jkt", prover.key().value()));
    assertThat(shown("DPoP " + access, prover.with(access, "GET", userinfo())).status())
        .isEqualTo(200);

    var refresh = new LinkedHashMap<String, String>();
    refresh.put("grant_type", "refresh_token");
    refresh.put("refresh_token", tokens.text("refresh_token"));
    refresh.put("client_id", "spa");
    Expect.json(posted(refresh, new Prover(Clock.systemUTC())), 400, "invalid_grant");
    assertThat(posted(refresh, prover).json()).containsEntry("token_type", "DPoP");
  }

  @Test
  @Security(107)
  @Spec("RFC 9449 §7.1")
  void userinfo_challenges_in_the_scheme_that_was_tried() {
    var request = spa.asksFor("openid");
    var back = Visitor.alice(server).authorizes(request);
    var form = new LinkedHashMap<>(Keyholder.redemption(request, back));
    form.put("client_id", "spa");
    var access = posted(form, prover).text("access_token");

    var bearer = shown("Bearer " + access, "");
    assertThat(bearer.status()).isEqualTo(401);
    assertThat(bearer.header("WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
    var unproved = shown("DPoP " + access, "");
    assertThat(unproved.status()).isEqualTo(401);
    assertThat(unproved.header("WWW-Authenticate")).startsWith("DPoP ").contains("algs=\"ES256");
    var wrong = shown("DPoP " + access, prover.proof("GET", userinfo()));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).contains("error=\"invalid_dpop_proof\"");
    assertThat(wrong.header("DPoP-Nonce")).isNotEmpty();
  }

  @Test
  @Security(105)
  void a_proof_counts_once_on_both_nodes() {
    var pkj = Keyholder.of(server);
    var proof = prover.proof("POST", server.url("/oauth2/token"));
    var statuses =
        List.of(server, second, server, second).parallelStream()
            .map(node -> proving(pkj.at(node), proof).status())
            .toList();
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).containsOnly(200, 400);
    second.restart();
    Expect.json(proving(pkj.at(second), proof), 400, "invalid_dpop_proof");
  }

  @Test
  @Security(106)
  @Spec("RFC 9449 §8")
  void a_nonce_of_one_node_is_good_on_the_other() {
    var strict = new Application(server, "strict", "strict-secret-strict-secret-stri", "");
    var first = proving(strict, prover.proof("POST", server.url("/oauth2/token")));
    Expect.json(first, 400, "use_dpop_nonce");
    var nonce = first.header("DPoP-Nonce");
    var url = server.url("/oauth2/token");
    var nonced = prover.proof("POST", url, c -> c.claim("nonce", nonce));
    var elsewhere = new Application(second, strict.id(), strict.secret(), "");
    assertThat(proving(elsewhere, nonced).json()).containsEntry("token_type", "DPoP");
    Expect.json(strict.posts("/oauth2/token", OWN), 400, "invalid_request");
  }

  @Test
  @Security(107)
  @Spec("RFC 9449 §10.1")
  void a_proof_at_the_pushed_request_binds_the_code() {
    var request = spa.asksFor("openid");
    var par = server.url("/oauth2/par");
    var post = spa.formPost("/oauth2/par", Http.form(request.parameters()));
    var pushed = Http.send(par, post.header("DPoP", prover.proof("POST", par)).build());
    assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    var reference = Map.of("client_id", "spa", "request_uri", pushed.text("request_uri"));
    var back =
        Visitor.alice(server).authorizes(new Authorization(spa, request.verifier(), reference));
    var form = new LinkedHashMap<>(Keyholder.redemption(request, back));
    form.put("client_id", "spa");
    Expect.json(posted(form, new Prover(Clock.systemUTC())), 400, "invalid_grant");
    assertThat(posted(form, prover).json()).containsEntry("token_type", "DPoP");

    var other = spa.asksFor("openid").with("dpop_jkt", "A".repeat(43));
    var disagreeing = spa.formPost("/oauth2/par", Http.form(other.parameters()));
    var refused = Http.send(par, disagreeing.header("DPoP", prover.proof("POST", par)).build());
    Expect.json(refused, 400, "invalid_dpop_proof");
  }

  private Answer posted(Map<String, String> form, Prover by) {
    var url = server.url("/oauth2/token");
    var post = spa.formPost("/oauth2/token", Http.form(form));
    return Http.send(url, post.header("DPoP", by.proof("POST", url)).build());
  }

  private static Answer proving(Keyholder client, String proof) {
    var request = client.request("/oauth2/token", OWN, client.assertion());
    var url = client.application().server().url("/oauth2/token");
    return Http.send(url, request.header("DPoP", proof).build());
  }

  private static Answer proving(Application client, String proof) {
    var request =
        client
            .formPost("/oauth2/token", Http.form(OWN))
            .header("Authorization", Application.basic(client.id(), client.secret()))
            .header("DPoP", proof);
    return Http.send(client.server().url("/oauth2/token"), request.build());
  }

  private String userinfo() {
    return server.url("/oauth2/userinfo");
  }

  private Answer shown(String authorization, String proof) {
    var request = server.request(userinfo()).header("Authorization", authorization);
    if (!proof.isEmpty()) {
      request.header("DPoP", proof);
    }
    return Http.send(userinfo(), request.build());
  }
}
