package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.Surface;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class PathFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/oauth2/jwks",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/a/b",
        "/assets/sallyport.css",
      })
  void a_plain_path_passes(String path) {
    assertThat(problem(path, "GET")).isEmpty();
    assertThat(problem("/oauth2/token", "POST")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//oauth2/token",
        "/oauth2//token",
        "/oauth2/./token",
        "/oauth2/../oauth2/token",
        "/oauth2/..",
        "/oauth2/..;/token",
        "/oauth2/token;a=b",
        "/oauth2/%74oken",
        "/oauth2/%2e%2e/token",
        "/oauth2%2ftoken",
        "/oauth2\\token",
        "/oauth2/token%00",
        "/oauth2/tok en",
        "/oauth2/tökén",
        "/oauth2/authorize/",
        "/login/",
        "http://id.test/oauth2/token",
        "*",
      })
  @Security(111)
  void a_path_that_could_be_read_in_two_ways_leads_nowhere(String path) {
    assertThat(problem(path, "GET")).hasValueSatisfying(p -> assertThat(p.status()).isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "CONNECT", "get", "FOO"})
  @Security(111)
  void a_method_that_nothing_serves_is_refused(String method) {
    assertThat(problem("/oauth2/token", method))
        .hasValueSatisfying(p -> assertThat(p.status()).isEqualTo(405));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/openapi",
        "/metrics/base",
        "/oauth2",
        "/oauth2/application.wadl",
        "/jakarta.faces.resource/faces.js",
        "/error",
        "/ibm_security_logout",
      })
  @Security(111)
  void where_nothing_of_ours_is_no_method_is_served(String path) {
    for (var method : List.of("GET", "POST", "OPTIONS", "PATCH", "FOO")) {
      assertThat(problem(path, method))
          .hasValueSatisfying(p -> assertThat(p.status()).isEqualTo(404));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/oauth2/token, GET, 'OPTIONS, POST'",
    "/oauth2/token, PATCH, 'OPTIONS, POST'",
    "/oauth2/jwks, PATCH, 'GET, HEAD, OPTIONS'",
    "/oauth2/jwks, POST, 'GET, HEAD, OPTIONS'",
    "/assets/sallyport.css, DELETE, 'GET, HEAD'",
  })
  @Security(111)
  @Spec("RFC 9110 §15.5.6")
  void a_refusal_says_which_methods_are_served(String path, String method, String allow) {
    assertThat(problem(path, method))
        .hasValueSatisfying(p -> assertThat(p.status()).isEqualTo(405))
        .hasValueSatisfying(p -> assertThat(p.headers()).containsEntry("Allow", allow));
  }

  @Test
  @Spec("RFC 9110 §9.3.7")
  void options_are_answered_here_and_by_no_server() throws Exception {
    var response = new TestResponse();
    WiredFilters.pathFilter()
        .pass(
            new TestRequest("OPTIONS", "/oauth2/token").request(),
            response.response(),
            (q, a) -> a.setContentType("application/vnd.sun.wadl+xml"));
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.header("Allow")).containsExactly("OPTIONS, POST");
    assertThat(response.header("Content-Type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS"})
  @Security({41, 111})
  void a_page_is_only_read_and_posted_to(String method) {
    assertThat(problem("/login", method))
        .hasValueSatisfying(p -> assertThat(p.headers()).containsEntry("Allow", "GET, HEAD, POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/authorize", "/oauth2/logout"})
  @Security(111)
  @Spec("RFC 9110 §9.3.2")
  void what_gives_out_codes_or_ends_sessions_is_not_asked_by_head(String path) {
    assertThat(problem(path, "HEAD"))
        .hasValueSatisfying(p -> assertThat(p.headers()).containsEntry("Allow", "GET, POST"));
    assertThat(problem(path, "GET")).isEmpty();
    assertThat(problem(path, "POST")).isEmpty();
  }

  @Test
  void below_a_context_path_the_root_is_still_a_page() {
    assertThat(WiredFilters.pathFilter().problem("/auth/", "/", "GET")).isEmpty();
  }

  private static Optional<Problem> problem(String path, String method) {
    return WiredFilters.pathFilter().problem(path, path, method);
  }

  private static Surface surface(String path) {
    return Surface.of(new TestRequest("GET", path).request());
  }

  @Test
  void the_pages_are_what_people_see() {
    assertThat(surface("/oauth2/authorize")).isEqualTo(Surface.PAGE);
    assertThat(surface("/login")).isEqualTo(Surface.PAGE);
    assertThat(surface("/oauth2x")).isEqualTo(Surface.PAGE);
    assertThat(surface("/oauth2/token")).isEqualTo(Surface.JSON);
    assertThat(surface("/oauth2/nothing")).isEqualTo(Surface.JSON);
    assertThat(surface("/health/ready")).isEqualTo(Surface.JSON);
  }
}
