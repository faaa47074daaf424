package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.dpop.Prover;
import org.sallyport.platform.mtls.TestCertificates;

/** The demo's API takes a bound token only from who has what it is bound to. */
@Spec("RFC 9449 §7")
class DemoPossessionIT {
  private static final Map<String, String> OWN =
      Map.of("grant_type", "client_credentials", "scope", "notes.read");

  private final Server server = Server.withDemo();
  private final Application service =
      new Application(server, "demo-service", "only-for-the-demo-service-of-the-demo", "");
  private final Prover prover = new Prover(Clock.systemUTC());
  private final String notes = server.url("/demo/api/notes");
  private final String count = server.url("/demo/api/notes/count");

  @Test
  void a_token_opens_with_the_proof_of_its_key() {
    var token = bound();
    assertThat(calls(count, token, prover.with(token, "GET", count)).json())
        .containsEntry("notes", 3L);
    var refused = calls(notes, token, prover.with(token, "GET", notes));
    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
  }

  @Test
  @Spec("RFC 9110 §11.1")
  void the_scheme_may_be_written_in_any_case() {
    var token = bound();
    for (var scheme : List.of("dpop ", "DPOP ", "dpOp  ")) {
      var answer = sends(count, scheme + token, prover.with(token, "GET", count));
      assertThat(answer.json()).as(scheme).containsEntry("notes", 3L);
    }
    var proof = prover.with(token, "GET", count);
    for (var scheme : List.of("bearer ", "bEARER ", "BEARER ")) {
      refused(sends(count, scheme + token, proof), "invalid_token");
    }
  }

  @Test
  void the_groups_of_a_person_count_as_ever() {
    var spa = new Application(server, "demo-spa", "", server.url("/demo/spa/"));
    var request =
        spa.asksFor("openid profile groups notes.read")
            .with("prompt", "consent")
            .with("dpop_jkt", prover.key().value());
    var alice = new Visitor(new Browser(server), "alice", "alice-likes-two-doors");
    var page = URI.create(alice.authorizes(request).url());
    var code = Answer.parameters(page.getRawQuery()).getOrDefault("code", "");
    var form =
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            spa.id(),
            "code",
            code,
            "redirect_uri",
            request.redirectUri(),
            "code_verifier",
            request.verifier().value());
    var token = proving(spa.formPost("/oauth2/token", Http.form(form))).text("access_token");
    var board = server.url("/demo/api/notes/board");
    assertThat(calls(board, token, prover.with(token, "GET", board)).json())
        .containsEntry("reader", "alice")
        .containsKey("notes");
  }

  @Test
  void it_is_refused_without_a_proof() {
    refused(calls(count, bound(), ""), "invalid_dpop_proof");
  }

  @Test
  void it_is_refused_with_the_proof_of_another_key() {
    var token = bound();
    var other = new Prover(Clock.systemUTC());
    refused(calls(count, token, other.with(token, "GET", count)), "invalid_dpop_proof");
  }

  @Test
  @Security(107)
  @Spec("RFC 9449 §7.2")
  void it_is_refused_as_bearer() {
    var token = bound();
    var proof = prover.with(token, "GET", count);
    var answer = sends(count, "Bearer " + token, proof);
    refused(answer, "invalid_token");
    assertThat(answer.header("WWW-Authenticate")).contains("send it as DPoP", "DPoP algs=\"ES256");
  }

  @Test
  @Security(105)
  @Spec("RFC 9449 §11.1")
  void a_proof_counts_once() {
    var token = bound();
    var proof = prover.with(token, "GET", count);
    assertThat(calls(count, token, proof).status()).isEqualTo(200);
    refused(calls(count, token, proof), "invalid_dpop_proof");
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void a_proof_for_something_else_is_refused() {
    var token = bound();
    refused(calls(count, token, prover.with(token, "GET", notes)), "invalid_dpop_proof");
    refused(calls(count, token, prover.with(token, "POST", count)), "invalid_dpop_proof");
    refused(calls(count, token, prover.proof("GET", count)), "invalid_dpop_proof");
    var another = bound();
    refused(calls(count, token, prover.with(another, "GET", count)), "invalid_dpop_proof");
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void a_proof_for_the_same_place_in_other_words_is_taken() {
    var token = bound();
    for (var htu : List.of(count + "?page=1", count + "#top", count.replace("http:", "HTTP:"))) {
      assertThat(calls(count, token, prover.with(token, "GET", htu)).status())
          .as(htu)
          .isEqualTo(200);
    }
    assertThat(calls(count + "?page=1", token, prover.with(token, "GET", count)).status())
        .isEqualTo(200);
    for (var htu : List.of(count + "/", count + "/../board", "https:" + count.substring(5))) {
      refused(calls(count, token, prover.with(token, "GET", htu)), "invalid_dpop_proof");
    }
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void an_old_proof_is_refused() {
    var token = bound();
    var early = new Prover(prover.signer(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    refused(calls(count, token, early.with(token, "GET", count)), "invalid_dpop_proof");
  }

  @Test
  void a_token_bound_to_nothing_gains_nothing_by_a_proof() {
    var token = service.token(OWN).text("access_token");
    refused(calls(count, token, prover.with(token, "GET", count)), "invalid_token");
  }

  @Test
  void a_forged_token_is_refused_with_a_proof_too() {
    var token = bound();
    var cut = token.substring(0, token.lastIndexOf('.') + 1);
    refused(calls(count, cut, prover.with(cut, "GET", count)), "invalid_token");
    var id = new Prover(Clock.systemUTC()).with(token, "GET", count);
    refused(calls(count, id, prover.with(id, "GET", count)), "invalid_token");
  }

  @Test
  @Spec("RFC 8705 §3")
  @Security(102)
  void a_token_bound_to_a_certificate_opens_over_its_connection_only() {
    var courier = DemoConfiguration.courier(server);
    var form =
        courier
            .formPost("/oauth2/token", Http.form(OWN))
            .header("Authorization", Application.basic(courier.id(), courier.secret()))
            .header(TestCertificates.HEADER, TestCertificates.header("issued"));
    var issued = Http.send(server.url("/oauth2/token"), form.build());
    var token = issued.text("access_token");
    assertThat(Tokens.claims(token).getClaim("cnf")).asString().startsWith("{x5t#S256=");

    for (var shown : TestCertificates.forms("issued")) {
      assertThat(showing(token, shown).json()).as(shown).containsEntry("notes", 3L);
    }
    for (var shown : TestCertificates.forms("self-signed")) {
      refused(showing(token, shown), "invalid_token");
    }
    for (var shown : List.of("(null)", "-", "::", "", "%ZZ", "x", "::AA=:")) {
      refused(showing(token, shown), "invalid_token");
    }
    refused(sends(count, "bearer " + token, ""), "invalid_token");
    refused(sends(count, "Bearer " + token, ""), "invalid_token");
    refused(calls(count, token, prover.with(token, "GET", count)), "invalid_token");
  }

  // Some servers show what comes after a body among the headers, and HAProxy passes it on.
  @Test
  @Spec("RFC 9110 §6.5.1")
  @Security(101)
  void a_certificate_in_the_trailers_is_nobody_s() {
    var courier = DemoConfiguration.courier(server);
    var host = "Host: " + URI.create(server.issuer()).getAuthority();
    var basic = "Authorization: " + Application.basic(courier.id(), courier.secret());
    var shown = TestCertificates.HEADER + ": " + TestCertificates.header("issued");
    try (var wire = new Wire(server, Duration.ofSeconds(10))) {
      wire.send(Wire.chunked(host + "\r\n" + basic + "\r\n" + shown, OWN, "X-A: b"));
      assertThat(wire.receive()).contains("access_token");
    }
    try (var wire = new Wire(server, Duration.ofSeconds(10))) {
      wire.send(Wire.chunked(host + "\r\n" + basic, OWN, shown));
      assertThat(wire.receive()).contains("invalid_").doesNotContain("access_token");
    }
  }

  @Test
  void a_client_of_such_tokens_proves_no_key_beside() {
    for (var path : List.of("/oauth2/token", "/oauth2/par")) {
      var courier = DemoConfiguration.courier(server);
      var post =
          courier
              .formPost(path, Http.form(OWN))
              .header("Authorization", Application.basic(courier.id(), courier.secret()))
              .header(TestCertificates.HEADER, TestCertificates.header("issued"))
              .header("DPoP", prover.proof("POST", server.url(path)));
      var refused = Http.send(server.url(path), post.build());
      Expect.json(refused, 400, "invalid_request");
      assertThat(refused.body()).contains("send no DPoP proof");
    }
  }

  private String bound() {
    return proving(service, OWN).text("access_token");
  }

  private Answer proving(Application client, Map<String, String> form) {
    return proving(
        client
            .formPost("/oauth2/token", Http.form(form))
            .header("Authorization", Application.basic(client.id(), client.secret())));
  }

  private Answer proving(HttpRequest.Builder post) {
    var url = server.url("/oauth2/token");
    return Http.send(url, post.header("DPoP", prover.proof("POST", url)).build());
  }

  private Answer calls(String url, String token, String proof) {
    return sends(url, "DPoP " + token, proof);
  }

  private Answer sends(String url, String authorization, String proof) {
    var request = server.request(url).header("Authorization", authorization);
    if (!proof.isEmpty()) {
      request.header("DPoP", proof);
    }
    return Http.send(url, request.build());
  }

  private Answer showing(String token, String shown) {
    var request =
        server
            .request(count)
            .header("Authorization", "Bearer " + token)
            .header(TestCertificates.HEADER, shown);
    return Http.send(count, request.build());
  }

  private static void refused(Answer answer, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.json()).containsEntry("error", error).doesNotContainKey("notes");
    assertThat(answer.header("WWW-Authenticate"))
        .contains("DPoP algs=\"ES256")
        .contains("error=\"" + error + "\"");
  }
}
