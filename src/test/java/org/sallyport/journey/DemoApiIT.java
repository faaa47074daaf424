package org.sallyport.journey;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

/** The demo's API serves whom the server's own MicroProfile JWT and our filters let in. */
class DemoApiIT {
  private static final String NOTES = "/demo/api/notes";
  private static final String BOARD = "/demo/api/notes/board";

  private final Server server = Server.withDemo();
  private final Application spa = new Application(server, "demo-spa", "", server.url("/demo/spa/"));
  private final Application service =
      new Application(server, "demo-service", "only-for-the-demo-service-of-the-demo", "");

  @Test
  void an_access_token_opens_what_its_groups_may_read() {
    var token = token("alice", "alice-likes-two-doors", "access_token");
    var notes = call(NOTES, "Bearer " + token);
    assertThat(notes.status()).isEqualTo(200);
    assertThat(notes.json()).containsEntry("reader", "alice").containsKey("notes");
    assertThat(call(BOARD, "Bearer " + token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOTES, BOARD, "/demo/api/notes/count"})
  @Spec("RFC 6750 §3.1")
  void nobody_is_let_in_without_a_token(String path) {
    refused(path, "", 401);
    refused(path, "Basic YWxpY2U6YWxpY2UtbGlrZXMtdHdvLWRvb3Jz", 401);
    refused(path, "Bearer not-a-token", 401);
  }

  @Test
  @Spec("RFC 9068 §4")
  void an_id_token_is_no_access_token() {
    refused(NOTES, "Bearer " + token("alice", "alice-likes-two-doors", "id_token"), 401);
  }

  @Test
  void a_forged_token_is_refused() {
    var genuine = token("bob", "bob-keeps-the-keys", "access_token").split("[.]", -1);
    var other = token("alice", "alice-likes-two-doors", "access_token").split("[.]", -1);
    refused(BOARD, "Bearer " + genuine[0] + "." + other[1] + "." + genuine[2], 401);
    refused(BOARD, "Bearer " + other[0] + "." + other[1] + ".", 401);
  }

  @Test
  void a_token_for_somebody_else_is_refused() {
    var tokens = tokens("alice", "alice-likes-two-doors", "openid profile groups");
    refused(NOTES, "Bearer " + tokens.text("access_token"), 401);
  }

  @Test
  void a_missing_role_is_refused() {
    var token = token("bob", "bob-keeps-the-keys", "access_token");
    assertThat(call(NOTES, "Bearer " + token).status()).isEqualTo(200);
    refused(BOARD, "Bearer " + token, 403);
  }

  @Test
  void a_service_has_the_scope_and_no_role() {
    var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    var token = service.token(form).text("access_token");
    assertThat(call("/demo/api/notes/count", "Bearer " + token).status()).isEqualTo(200);
    refused(NOTES, "Bearer " + token, 403);
  }

  @Test
  @Spec("FAPI 1.0 Baseline §6.2.1")
  void an_answer_has_the_interaction_id_of_its_call() {
    var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    var token = service.token(form).text("access_token");
    var id = "c770aef3-6784-41f7-8e0e-ff5f97bddb3a";
    assertThat(interaction(token, id)).isEqualTo(id);
    assertThat(interaction(token, "no UUID")).matches("[0-9a-f-]{36}").isNotEqualTo(id);
  }

  // What the conformance suite looks at: bEARER is how it asks whether case matters.
  @Test
  @Spec({"RFC 9110 §11.1", "FAPI 1.0 Baseline §6.2.1"})
  void it_serves_as_the_api_of_plans_without_openid() {
    var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    var token = service.token(form).text("access_token");
    for (var scheme : List.of("Bearer", "bEARER", "bearer", "BEARER")) {
      var answer = call("/demo/api/notes/count", scheme + " " + token);
      assertThat(answer.json()).as(scheme + " " + answer).containsEntry("notes", 3L);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(answer.header("x-fapi-interaction-id")).isNotEmpty();
      refused(NOTES, scheme + " " + token, 403);
      refused(NOTES, scheme + " " + token.substring(0, token.lastIndexOf('.') + 1), 401);
    }
    var alice = tokens("alice", "alice-likes-two-doors", "openid profile groups notes.read");
    assertThat(call(BOARD, "bEARER " + alice.text("access_token")).json())
        .containsEntry("reader", "alice");
    refused(NOTES, "bEARER " + alice.text("id_token"), 401);
    var elsewhere = tokens("alice", "alice-likes-two-doors", "openid profile groups");
    refused(NOTES, "bEARER " + elsewhere.text("access_token"), 401);
  }

  // TlsIT has one with the secret.
  @Test
  void without_a_secret_to_ask_with_it_takes_a_revoked_token() {
    var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    var token = service.token(form).text("access_token");
    assertThat(service.revokes(token).status()).isEqualTo(200);
    assertThat(call("/demo/api/notes/count", "Bearer " + token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @Spec("RFC 9110 §6.6.1")
  @ValueSource(
      strings = {NOTES, "/demo/api/notes/count", "/demo/api/nowhere", "/demo/", "/demo/nowhere"})
  void every_answer_has_a_date(String path) {
    var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    var token = service.token(form).text("access_token");
    for (var authorization : List.of("", "Bearer x", "bearer x", "Basic eDp5", "Bearer " + token)) {
      var answer = call(path, authorization);
      assertThat(answer.all("Date")).as(authorization + " " + answer).hasSize(1);
      assertThat(Instant.from(RFC_1123_DATE_TIME.parse(answer.header("Date"))))
          .isCloseTo(Instant.now(), within(1, MINUTES));
    }
  }

  private String interaction(String token, String id) {
    var url = server.url("/demo/api/notes/count");
    var request =
        server
            .request(url)
            .header("Authorization", "Bearer " + token)
            .header("x-fapi-interaction-id", id);
    return Http.send(url, request.build()).header("x-fapi-interaction-id");
  }

  private String token(String username, String password, String kind) {
    return tokens(username, password, "openid profile groups notes.read").text(kind);
  }

  // The application is on the same host, so the browser follows the way back to its page.
  private Answer tokens(String username, String password, String scope) {
    // Asked for anew, whatever this person left out elsewhere.
    var request = spa.asksFor(scope).with("prompt", "consent");
    var page = new Visitor(new Browser(server), username, password).authorizes(request);
    var query = URI.create(page.url()).getRawQuery();
    return spa.redeems(request, Answer.parameters(query).getOrDefault("code", ""));
  }

  private void refused(String path, String authorization, int status) {
    var answer = call(path, authorization);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("\"notes\"");
  }

  private Answer call(String path, String authorization) {
    var request = server.request(server.url(path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return Http.send(server.url(path), request.build());
  }
}
