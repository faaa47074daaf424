package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Bytes beyond ASCII in a header change nothing: they are opaque. */
@Spec("RFC 9110 §5.5")
class OpaqueBytesIT {
  private static final List<String> BYTES =
      List.of("J\u00f6rg", "J\u00c3\u00b6rg", "\u0080\u00a0\u00ff", "a\u00e4=\u00fc/b");
  private static final List<String> REQUESTS =
      List.of(
          "GET /oauth2/jwks",
          "GET /.well-known/openid-configuration",
          "GET /health/live",
          "GET /assets/sallyport.css",
          "GET /",
          "GET /login",
          "GET /oauth2/authorize?client_id=x",
          "GET /oauth2/userinfo",
          "POST /oauth2/token",
          "POST /oauth2/par");

  private final Server server = Server.onH2();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie: other=%s",
        "Cookie: other=\"%s\"; b=2",
        "Cookie: a=1; %s=2",
        "User-Agent: %s",
        "Referer: http://x.test/%s",
        "X-Forwarded-For: %s",
        "X-Forwarded-For: 192.0.2.1, %s",
        "Forwarded: for=%s",
        "Via: 1.1 %s",
        "Accept-Language: %s",
        "Accept-Encoding: %s",
        "Authorization: Bearer %s",
        "Authorization: Basic %s",
        "Origin: http://%s",
        "DPoP: %s",
        "traceparent: %s",
        "tracestate: %s",
        "Client-Cert: %s",
        "Sec-Fetch-Site: %s",
        "If-None-Match: \"%s\"",
        "If-Modified-Since: %s",
        "Range: %s",
        "Cache-Control: %s",
        "Content-Disposition: %s",
        "From: %s",
        "X-Any: %s",
      })
  void they_change_no_answer(String header) {
    for (var request : REQUESTS) {
      var plain = status(request, header.formatted("Joerg"));
      for (var bytes : BYTES) {
        var named = request + " " + header.formatted(bytes);
        assertThat(status(request, header.formatted(bytes))).as(named).isEqualTo(plain);
      }
    }
  }

  @Test
  void a_cookie_of_another_application_hides_none_of_ours() {
    var alice = Visitor.alice(server);
    var web = Application.web(server);
    alice.authorizes(web.asksFor("openid"));
    var ours =
        alice.browser().cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    var silent = web.asksFor("openid").with("prompt", "none").url();
    var line = "GET " + silent.substring(server.issuer().length()) + " HTTP/1.1";
    for (var bytes : BYTES) {
      for (var cookies : List.of("a=" + bytes + "; " + ours, ours + "; a=" + bytes)) {
        assertThat(Wire.exchange(server, line, host, "Cookie: " + cookies))
            .as(cookies)
            .containsPattern("Location: [^\r]*[?&]code=");
      }
    }
  }

  @ParameterizedTest
  @Security(38)
  @ValueSource(ints = {0, 1, 7, 8, 11, 12, 14, 27, 31, 127})
  void a_control_character_is_refused(int character) {
    for (var header : List.of("X-Any: a%sb", "Cookie: a=b%sc", "User-Agent: %sa")) {
      var value = header.formatted((char) character);
      assertThat(status("GET /oauth2/jwks", value)).as(value).isIn(0, 400);
      assertThat(status("GET /login", value)).as(value).isIn(0, 400);
    }
  }

  private int status(String request, String header) {
    var length = request.startsWith("POST") ? "Content-Length: 0" : "X-None: x";
    return Wire.status(Wire.exchange(server, request + " HTTP/1.1", host, header, length));
  }
}
