package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class CorsFilterTest {
  private static final String SPA = "https://spa.test";

  private static TestResponse answer(TestRequest request) throws Exception {
    var filter = WiredFilters.corsFilter(SPA::equals);
    var response = new TestResponse();
    filter.pass(request.request(), response.response(), (q, a) -> {});
    return response;
  }

  private static TestRequest to(String path, String origin) {
    return new TestRequest("POST", path).header("Origin", origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/token",
        "/oauth2/revoke",
        "/oauth2/userinfo",
        "/oauth2/jwks",
        "/.well-known/openid-configuration",
      })
  @Spec("RFC 9700 §2.6")
  @Security(65)
  void a_registered_origin_may_read_what_programs_are_answered(String path) throws Exception {
    var response = answer(to(path, SPA));
    assertThat(response.header("Access-Control-Allow-Origin")).containsExactly(SPA);
    assertThat(response.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(response.header("Access-Control-Expose-Headers").toString())
        .contains("WWW-Authenticate", "DPoP-Nonce", "x-fapi-interaction-id");
    assertThat(response.header("Vary")).containsExactly("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.test", "null", "", "https://spa.test.evil.test"})
  @Security(65)
  void another_origin_may_not_and_caches_are_told(String origin) throws Exception {
    var response = answer(to("/oauth2/token", origin));
    assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(response.header("Vary")).containsExactly("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/authorize", "/oauth2/introspect", "/oauth2/logout", "/login"})
  @Security(41)
  void no_origin_may_read_anything_else(String path) throws Exception {
    assertThat(answer(to(path, SPA)).header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  @Security(65)
  void a_preflight_says_what_may_be_sent() throws Exception {
    var response = answer(preflight(SPA));
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.header("Access-Control-Allow-Methods")).containsExactly("GET, POST");
    assertThat(response.header("Access-Control-Allow-Headers"))
        .containsExactly("Authorization, Content-Type, DPoP, x-fapi-interaction-id");
  }

  @Test
  @Spec("Fetch §3.3.3")
  void whatever_headers_a_library_adds_may_be_sent() throws Exception {
    var names = "traceparent, X-Requested-With,content-type,baggage, dpop";
    var response = answer(preflight(SPA).header("Access-Control-Request-Headers", names));
    assertThat(response.header("Access-Control-Allow-Headers"))
        .containsExactly(
            "Authorization, Content-Type, DPoP, x-fapi-interaction-id,"
                + " traceparent, X-Requested-With, baggage");
    assertThat(response.header("Vary")).contains("Access-Control-Request-Headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "a b", "<script>", "x:y", "\u00e9", ", ,"})
  @Security(65)
  void what_is_no_name_of_a_header_is_left_out(String odd) throws Exception {
    var response = answer(preflight(SPA).header("Access-Control-Request-Headers", odd));
    assertThat(response.header("Access-Control-Allow-Headers"))
        .containsExactly("Authorization, Content-Type, DPoP, x-fapi-interaction-id");
  }

  @Test
  @Security(65)
  void a_preflight_from_elsewhere_says_nothing() throws Exception {
    var response = answer(preflight("https://evil.test"));
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.header("Access-Control-Allow-Methods")).isEmpty();
  }

  private static TestRequest preflight(String origin) {
    return new TestRequest("OPTIONS", "/oauth2/token")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST");
  }
}
