package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Which scripts of other origins may read an answer: those of registered applications. */
@Spec("OAuth 2.1 §3.2")
class CorsIT {
  private final Server server = Server.onH2();

  @ParameterizedTest
  @Security(65)
  @ValueSource(
      strings = {
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/oauth2/jwks",
        "/oauth2/token",
        "/oauth2/par",
        "/oauth2/revoke",
        "/oauth2/userinfo"
      })
  void a_registered_origin_may_read(String path) {
    var answer = preflight(path, "https://spa.test");
    assertThat(answer.status()).isBetween(200, 204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://spa.test");
    assertThat(answer.all("Vary").toString()).contains("Origin");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
        .contains("authorization", "content-type");
  }

  @Test
  @Spec("Fetch §3.3.3")
  void an_origin_that_is_registered_as_such_may_read_with_any_headers() {
    var answer =
        preflight("/oauth2/token", "capacitor://localhost", "traceparent,x-requested-with");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("capacitor://localhost");
    assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
        .contains("traceparent", "x-requested-with", "authorization");
    assertThat(posted("capacitor://localhost").header("Access-Control-Allow-Origin"))
        .isEqualTo("capacitor://localhost");
  }

  @ParameterizedTest
  @Security(65)
  @ValueSource(
      strings = {
        "capacitor://other",
        "https://other.test",
        "null",
        "https://spa.test.evil.test",
        "http://spa.test",
        "https://spa.test:444",
        "https://spa.test/",
        "https://SPA.test@evil.test"
      })
  void any_other_origin_may_not(String origin) {
    assertThat(corsHeaders(preflight("/oauth2/token", origin))).isEmpty();
    assertThat(corsHeaders(posted(origin))).isEmpty();
  }

  @Test
  @Security(65)
  void the_answer_itself_is_readable_even_when_it_is_a_refusal() {
    var answer = posted("https://spa.test");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://spa.test");
    assertThat(answer.all("Vary").toString()).contains("Origin");
  }

  @ParameterizedTest
  @Security({41, 65})
  @ValueSource(
      strings = {
        "/oauth2/authorize",
        "/oauth2/introspect",
        "/oauth2/logout",
        "/login",
        "/consent",
        "/logout",
        "/health/live"
      })
  void nothing_else_is_open_to_any_origin(String path) {
    assertThat(corsHeaders(preflight(path, "https://spa.test"))).isEmpty();
    var browser = new Browser(server).sending("Origin", "https://spa.test");
    assertThat(corsHeaders(browser.get(server.url(path)))).isEmpty();
  }

  private static String[] corsHeaders(Answer answer) {
    return answer.headers().map().keySet().stream()
        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith("access-control-"))
        .toArray(String[]::new);
  }

  private Answer posted(String origin) {
    var spa = Application.spa(server);
    var body = "grant_type=authorization_code&client_id=spa&code=x";
    var request = spa.formPost("/oauth2/token", body).header("Origin", origin);
    return Http.send(server.url("/oauth2/token"), request.build());
  }

  private Answer preflight(String path, String origin) {
    return preflight(path, origin, "authorization,content-type");
  }

  private Answer preflight(String path, String origin, String headers) {
    var request =
        server
            .request(server.url(path))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", headers)
            .method("OPTIONS", BodyPublishers.noBody());
    return Http.send(server.url(path), request.build());
  }
}
