package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** How a token request must look, and how a client proves who it is. */
@Spec("OAuth 2.1 §3.2")
class TokenEndpointIT {
  private static final String TOKEN = "/oauth2/token";
  private static final String GRANT = "grant_type=client_credentials&scope=notes.read";

  private final Server server = Server.onH2();
  private final Application svc = Application.svc(server);
  private final Application spa = Application.spa(server);

  @ParameterizedTest
  @Security(58)
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
  void only_post_is_allowed(String method) {
    var form = BodyPublishers.ofString(GRANT);
    var answer =
        send(
            server
                .request(server.url(TOKEN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", Application.basic("svc", svc.secret()))
                .method(method, method.startsWith("P") ? form : BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  @Security(58)
  void parameters_in_the_query_are_refused() {
    var path = TOKEN + "?client_secret=" + svc.secret();
    Expect.json(
        svc.posts(path, Map.of("grant_type", "client_credentials")), 400, "invalid_request");
  }

  @ParameterizedTest
  @Security(58)
  @CsvSource({
    "application/json, '{\"grant_type\":\"client_credentials\"}'",
    "text/plain, grant_type=client_credentials&scope=notes.read",
    "multipart/form-data; boundary=x, '--x'",
    "application/x-www-form-urlencoded; charset=utf-16, grant_type=client_credentials&scope=notes.read"
  })
  void only_a_utf_8_form_is_read(String type, String body) {
    var answer =
        send(
            server
                .request(server.url(TOKEN))
                .header("Content-Type", type)
                .header("Authorization", Application.basic("svc", svc.secret()))
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.status()).as(answer.toString()).isIn(400, 415);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }

  @Test
  @Security(58)
  void an_empty_request_is_refused() {
    Expect.json(send(svc.formPost(TOKEN, "")), 401, "invalid_client");
    var basic = Application.basic("svc", svc.secret());
    var known = send(svc.formPost(TOKEN, "").header("Authorization", basic));
    Expect.json(known, 400, "invalid_request");
  }

  @ParameterizedTest
  @Security(58)
  @ValueSource(strings = {TOKEN, "/oauth2/introspect", "/oauth2/revoke"})
  void a_post_without_any_body_or_type_is_refused_as_a_form_without_parameters(String path) {
    var basic = Application.basic("svc", svc.secret());
    var bare = server.request(server.url(path)).header("Authorization", basic);
    Expect.json(send(bare.POST(BodyPublishers.noBody())), 400, "invalid_request");
  }

  @Test
  @Security(58)
  void a_body_that_does_not_say_what_it_is_is_refused() {
    var untyped = server.request(server.url(TOKEN)).POST(BodyPublishers.ofString(GRANT));
    Expect.json(send(untyped), 415, "invalid_request");
  }

  @Test
  @Security(59)
  void two_proofs_at_once_are_refused() {
    var both = Map.of("grant_type", "client_credentials", "client_secret", svc.secret());
    Expect.json(svc.token(both), 400, "invalid_request");
  }

  @Test
  @Security(61)
  @Spec("RFC 6749 §2.3.1")
  void a_wrong_secret_is_told_in_the_scheme_that_was_used() {
    var answer = withHeader(Application.basic("svc", "wrong"));
    Expect.json(answer, 401, "invalid_client");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
  }

  @ParameterizedTest
  @Security(61)
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!!",
        "Basic c3Zj",
        "Basic ZGVtbyVaWjp4",
        "Bearer",
        "Bearer abc",
        "basic",
        "Digest x",
        "Basic c3Zj c3Zj"
      })
  void a_malformed_header_is_no_proof_and_no_fault(String header) {
    var answer = withHeader(header);
    assertThat(answer.status()).as(answer.toString()).isIn(400, 401);
    assertThat(answer.text("error")).isIn("invalid_client", "invalid_request");
    assertThat(answer.status() == 401).isEqualTo(answer.text("error").equals("invalid_client"));
  }

  @Test
  @Security(61)
  void a_huge_header_is_no_fault() {
    assertThat(withHeader("Basic " + "A".repeat(16_000)).status()).isBetween(400, 431);
  }

  @Test
  @Security(61)
  void a_secret_with_reserved_characters_is_read_from_header_and_body() {
    var secret = "post-secret:post%secret+post secr";
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", "post");
    form.put("client_secret", secret);
    Expect.tokens(send(svc.formPost(TOKEN, Http.form(form))));
    form.put("client_secret", "post-secret:post%secret post+secr");
    Expect.json(send(svc.formPost(TOKEN, Http.form(form))), 401, "invalid_client");
  }

  @Test
  @Security(61)
  void a_client_may_use_no_other_method_than_its_own() {
    Expect.json(
        withHeader(Application.basic("post", "post-secret:post%secret+post secr")),
        401,
        "invalid_client");
    var body = GRANT + "&client_id=svc&client_secret=" + svc.secret();
    Expect.json(send(svc.formPost(TOKEN, body)), 401, "invalid_client");
    Expect.json(send(svc.formPost(TOKEN, GRANT + "&client_id=svc")), 401, "invalid_client");
  }

  @Test
  @Security(61)
  void plain_basic_without_form_encoding_works_where_it_says_the_same() {
    var pair = ("svc:" + svc.secret()).getBytes(StandardCharsets.US_ASCII);
    Expect.tokens(withHeader("Basic " + Base64.getEncoder().encodeToString(pair)));
    Expect.tokens(withHeader("bAsIc " + Base64.getEncoder().encodeToString(pair)));
  }

  @Test
  @Security(59)
  void the_client_id_of_the_body_must_be_the_one_of_the_header() {
    Expect.tokens(svc.posts(TOKEN, Answer.parameters(GRANT + "&client_id=svc")));
    var other = svc.posts(TOKEN, Answer.parameters(GRANT + "&client_id=spa"));
    assertThat(other.status()).isIn(400, 401);
    assertThat(other.text("error")).isIn("invalid_request", "invalid_client");
  }

  @ParameterizedTest
  @Security(62)
  @ValueSource(
      strings = {"grant_type", "code", "client_id", "scope", "code_verifier", "redirect_uri"})
  void a_repeated_parameter_is_refused(String name) {
    var body = "grant_type=authorization_code&client_id=spa&code=x&" + name + "=1&" + name + "=2";
    Expect.json(send(spa.formPost(TOKEN, body)), 400, "invalid_request");
  }

  @ParameterizedTest
  @Security(63)
  @Spec("RFC 9700 §2.4")
  @CsvSource({
    "password, authorization_code",
    "implicit, authorization_code",
    "urn:ietf:params:oauth:grant-type:unknown, ''",
    "CLIENT_CREDENTIALS, ''"
  })
  void a_grant_type_that_is_not_served_is_refused(String type, String insteadOfIt) {
    var answer = svc.token(Map.of("grant_type", type, "username", "alice", "password", "x"));
    Expect.json(answer, 400, "unsupported_grant_type");
    assertThat(answer.text("error_description")).contains(insteadOfIt);
  }

  @Test
  @Security(63)
  void a_missing_grant_type_is_an_invalid_request() {
    Expect.json(svc.token(Map.of("scope", "notes.read")), 400, "invalid_request");
    Expect.json(svc.token(Map.of("grant_type", "")), 400, "invalid_request");
  }

  @Test
  @Security(63)
  void a_grant_type_that_the_client_may_not_use_is_refused() {
    Expect.json(svc.refreshes("x"), 400, "unauthorized_client");
    var code = Map.of("grant_type", "authorization_code", "code", "x");
    Expect.json(svc.token(code), 400, "unauthorized_client");
  }

  @Test
  @Security(2)
  void an_unknown_client_is_told_what_a_wrong_secret_is_told() {
    var unknown = withHeader(Application.basic("nobody", "wrong"));
    var wrong = withHeader(Application.basic("svc", "wrong"));
    Expect.json(unknown, 401, "invalid_client");
    assertThat(withoutCase(unknown)).isEqualTo(withoutCase(wrong));
  }

  private static String withoutCase(Answer answer) {
    return answer.body().replace(answer.caseNumber(), "");
  }

  private Answer withHeader(String authorization) {
    return send(svc.formPost(TOKEN, GRANT).header("Authorization", authorization));
  }

  private Answer send(HttpRequest.Builder request) {
    return Http.send(server.url(TOKEN), request.build());
  }
}
