package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INSUFFICIENT_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.protocol.OAuthError;

class ProblemResponsesTest {
  private static final CaseNumber NUMBER = new CaseNumber("7K3M-Q9XD");

  private static TestResponse sent(TestRequest request, Problem problem) throws IOException {
    var response = new TestResponse();
    WiredResponses.problems().send(request.request(), response.response(), problem, NUMBER);
    return response;
  }

  private static TestRequest token() {
    return new TestRequest("POST", "/oauth2/token");
  }

  @Test
  @Spec("RFC 6749 §5.2")
  @Security(58)
  void a_program_is_told_the_error_as_json() throws IOException {
    var response = sent(token(), Problem.of(INVALID_GRANT.because("the code has expired")));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Content-Type")).containsExactly("application/json");
    assertThat(response.header("Cache-Control")).containsExactly("no-store");
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"invalid_grant\","
                + "\"error_description\":\"the code has expired (case=7K3M-Q9XD)\"}");
  }

  @Test
  @Spec("RFC 6749 §5.2")
  @Security(61)
  void a_client_that_did_not_prove_itself_is_challenged() throws IOException {
    var request = token().header("Authorization", "basic eDp5");
    var response = sent(request, Problem.of(INVALID_CLIENT.because("unknown client")));
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.header("WWW-Authenticate"))
        .singleElement()
        .asString()
        .startsWith("Basic realm=");
  }

  @ParameterizedTest
  @EnumSource
  void no_browser_shows_a_dialog_of_its_own_to_who_did_not_send_basic(OAuthError error)
      throws IOException {
    for (var path : List.of("token", "par", "introspect", "revoke", "userinfo", "jwks")) {
      for (var header : List.of("", "Basicx y", "Bearer x", "DPoP x", "Digest x", "Negotiate x")) {
        var request = new TestRequest("POST", "/oauth2/" + path);
        var sent = header.isEmpty() ? request : request.header("Authorization", header);
        var response = sent(sent, Problem.of(error.because("odd")));
        assertThat(response.header("WWW-Authenticate"))
            .as(path + " " + header)
            .noneMatch(challenge -> challenge.matches("(?i)(basic|digest|negotiate|ntlm)\\b.*"));
        assertThat(response.status() != 401 || !response.header("WWW-Authenticate").isEmpty())
            .as("RFC 9110 15.5.2")
            .isTrue();
      }
    }
  }

  @Test
  @Spec("RFC 6750 §3.1")
  @Security(119)
  void a_bad_access_token_is_told_in_the_challenge() throws IOException {
    var request = new TestRequest("GET", "/oauth2/userinfo").header("Authorization", "Bearer x");
    assertThat(
            sent(request, Problem.of(INVALID_TOKEN.because("it has expired")))
                .header("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"sallyport\", error=\"invalid_token\","
                + " error_description=\"it has expired\"");
    assertThat(sent(request, Problem.of(INSUFFICIENT_SCOPE.because("openid"))).status())
        .isEqualTo(403);
  }

  @Test
  @Spec("RFC 6750 §3.1")
  void a_request_without_any_token_is_told_no_error_in_the_challenge() throws IOException {
    var response =
        sent(new TestRequest("GET", "/oauth2/userinfo"), Problem.of(INVALID_TOKEN.because("none")));
    assertThat(response.header("WWW-Authenticate")).containsExactly("Bearer realm=\"sallyport\"");
  }

  @Test
  void a_person_is_shown_a_page_with_status_400() throws IOException {
    var request = new TestRequest("GET", "/oauth2/authorize");
    var response = sent(request, Problem.of(INVALID_CLIENT.because("unknown client")));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).startsWith("<!DOCTYPE html>").contains("7K3M-Q9XD");
  }

  @Test
  void a_passing_fault_says_when_to_try_again() throws IOException {
    var response = sent(token(), Problem.fault(true));
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.header("Retry-After")).containsExactly("2");
    assertThat(response.body()).contains("\"temporarily_unavailable\"");
  }

  @Test
  void a_person_may_try_again_where_they_were() throws IOException {
    var request =
        new TestRequest("GET", "/oauth2/authorize").answering("getQueryString", "ticket=x&a=b");
    assertThat(sent(request, Problem.fault(true)).body())
        .contains("href=\"/oauth2/authorize?ticket=x&amp;a=b\"");
  }

  @Test
  void a_lasting_fault_tells_nothing_but_its_number() throws IOException {
    var response = sent(token(), Problem.fault(false));
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body()).contains("\"server_error\"", "7K3M-Q9XD");
  }

  @Test
  void every_status_has_words() throws IOException {
    for (var status : List.of(400, 404, 405, 406, 411, 413, 414, 415, 421)) {
      var response = sent(new TestRequest("GET", "/login"), Reasons.problem(status));
      assertThat(response.status()).isEqualTo(status);
      assertThat(response.body()).contains("<h1>");
    }
  }

  @Test
  @Spec("RFC 9110 §15.5.6")
  void a_method_that_is_not_served_is_answered_with_those_that_are() throws IOException {
    var problem = Reasons.problem(405).with("Allow", "POST");
    assertThat(sent(token(), problem).header("Allow")).containsExactly("POST");
  }

  @Test
  @Security(154)
  void the_log_is_told_of_no_path_more_than_one_of_ours_could_be() {
    assertThat(ProblemResponses.told("/oauth2/token")).isEqualTo("/oauth2/token");
    assertThat(ProblemResponses.told("/oauth2/token;code=secret")).isEqualTo("/oauth2/token...");
    assertThat(ProblemResponses.told("/%73ecret")).isEqualTo("/...");
    assertThat(ProblemResponses.told("/a\n/secret")).isEqualTo("/a...");
    assertThat(ProblemResponses.told("/" + "a".repeat(6_000))).hasSize(203);
  }

  @Test
  void whoever_sent_a_form_when_the_server_was_busy_gets_back_to_its_page() throws IOException {
    var form = new TestRequest("POST", "/login").parameter("ticket", "a.b-c_1");
    assertThat(sent(form, Problem.passing(5)).body()).doesNotContain("class=\"button\"");
    RequestBodies.markFormRead(form.request());
    assertThat(sent(form, Problem.passing(5)).body())
        .contains("class=\"button\" href=\"/login?ticket=a.b-c_1\">Try again");
    form.parameter("ticket", "\"><script>");
    assertThat(sent(form, Problem.passing(5)).body()).doesNotContain("class=\"button\"");
  }

  @Test
  @Security(66)
  void a_form_that_nobody_has_read_is_not_waited_for() throws IOException {
    var form =
        new TestRequest("POST", "/login")
            .attribute(RequestDispatcher.ERROR_REQUEST_URI, "/login")
            .answering("getParameter", new IllegalStateException("would wait for the body"));
    assertThat(sent(form, Problem.passing(5)).body()).doesNotContain("class=\"button\"");
  }
}
