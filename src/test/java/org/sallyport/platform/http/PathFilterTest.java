package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;

class PathFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/oauth2/token",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/a/b",
        "/assets/sallyport.css",
      })
  void a_plain_path_passes(String path) {
    assertThat(PathFilter.problem(path, Surface.JSON, "GET")).isEmpty();
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
        "http://id.test/oauth2/token",
        "*",
      })
  @Security(111)
  void a_path_that_could_be_read_in_two_ways_leads_nowhere(String path) {
    assertThat(PathFilter.problem(path, Surface.JSON, "GET"))
        .hasValueSatisfying(p -> assertThat(p.status()).isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "CONNECT", "get", "FOO"})
  @Security(111)
  void a_method_that_nothing_serves_is_refused(String method) {
    assertThat(PathFilter.problem("/oauth2/token", Surface.JSON, method))
        .hasValueSatisfying(p -> assertThat(p.status()).isEqualTo(405));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS"})
  @Security({41, 111})
  void a_page_is_only_read_and_posted_to(String method) {
    assertThat(PathFilter.problem("/login", Surface.PAGE, method))
        .hasValueSatisfying(p -> assertThat(p.headers()).containsEntry("Allow", "GET, HEAD, POST"));
  }

  @Test
  void the_pages_are_what_people_see() {
    assertThat(Surface.ofPath("/oauth2/authorize")).isEqualTo(Surface.PAGE);
    assertThat(Surface.ofPath("/login")).isEqualTo(Surface.PAGE);
    assertThat(Surface.ofPath("/oauth2x")).isEqualTo(Surface.PAGE);
    assertThat(Surface.ofPath("/oauth2/token")).isEqualTo(Surface.JSON);
    assertThat(Surface.ofPath("/oauth2/nothing")).isEqualTo(Surface.JSON);
    assertThat(Surface.ofPath("/health/ready")).isEqualTo(Surface.JSON);
  }
}
