package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/**
 * No message of a server's own holds what was sent, nor a stack trace that a stranger can cause.
 */
@Spec("OWASP ASVS 5.0 §16.2.5")
class ServerLogIT {
  private static final List<String> HEADERS =
      List.of(
          "Authorization: Basic %s",
          "Authorization: Bearer %s",
          "Authorization: %s",
          "Cookie: a=%s; =x; \"",
          "Cookie: $Version=1; a=\"%s",
          "Cookie: JSESSIONID=%s",
          "Content-Type: %s",
          "Content-Type: a/%s; b",
          "Content-Type: application/x-www-form-urlencoded; charset=%s",
          "Accept: %s",
          "Accept: %s/;q=x",
          "Accept: a/%s;q=2",
          "Accept-Language: %s;q=x",
          "Accept-Language: %s;q=7, -",
          "Content-Language: %s -",
          "Content-Encoding: %s",
          "Accept-Encoding: %s;q=x",
          "If-Modified-Since: %s",
          "If-None-Match: %s",
          "Range: bytes=%s",
          "X-Forwarded-For: %s",
          "Referer: http://x.test/?code=%s",
          "Origin: %s",
          "DPoP: %s",
          "traceparent: %s",
          "Date: %s",
          "Host %s",
          "%s",
          "X: a\u0000%s",
          "X: \u0007%s",
          "X-HTTP-Method-Override: %s");

  private static final String SECRET = "canary-of-the-log";
  private static final String QUERY = "?client_secret=" + SECRET + "&code=" + SECRET;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String EMPTY = "Content-Length: 0";

  private final Server server = Server.onH2();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  @ParameterizedTest
  @Security(154)
  @MethodSource("org.sallyport.journey.Doors#paths")
  void a_query_is_in_no_message(String path) {
    var log = NewLines.of(server);
    sendQueries(path);
    isSilent(log);
  }

  @Test
  @Security(154)
  void at_all_other_doors_neither_a_query_nor_a_body_is_in_a_message() {
    var log = NewLines.of(server);
    for (var path : Doors.others()) {
      sendQueries(path);
      sendBodies(path);
    }
    isSilent(log);
  }

  private void sendQueries(String path) {
    for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO")) {
      send(method + " " + path + QUERY, FORM, EMPTY);
    }
    send("POST " + path + QUERY, FORM);
    send("POST " + path + QUERY, EMPTY);
    for (var type : List.of("text/plain", "application/json", "multipart/form-data", "none", "")) {
      send("POST " + path + QUERY, "Content-Type: " + type, EMPTY);
    }
    send("GET " + path + QUERY + "&%ZZ%&%=1&x=%C0%AF");
    send("GET " + path + QUERY.repeat(400));
  }

  @ParameterizedTest
  @Security(154)
  @MethodSource("org.sallyport.journey.Doors#paths")
  void a_malformed_body_is_in_no_message(String path) {
    var log = NewLines.of(server);
    sendBodies(path);
    isSilent(log);
  }

  private void sendBodies(String path) {
    for (var odd : List.of("%ZZ%&%=1", "x=%C0%AF", "%", "&".repeat(5_000), "\u0000")) {
      var body = "client_secret=" + SECRET + "&" + odd;
      try (var wire = new Wire(server, java.time.Duration.ofSeconds(5))) {
        wire.send("POST " + path + " HTTP/1.1\r\n" + host + "\r\n" + FORM + "\r\n");
        wire.send("Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(Wire.status(wire.receive())).as(path + odd).isLessThan(500);
      }
    }
  }

  static List<String> headers() {
    return HEADERS;
  }

  @ParameterizedTest
  @Security(154)
  @MethodSource("headers")
  void a_header_is_in_no_message(String header) {
    var log = NewLines.of(server);
    var lines =
        new ArrayList<>(List.of("GET /oauth2/userinfo?a=b", "GET /login", "GET /health/live"));
    lines.addAll(List.of("GET /oauth2/authorize?a=b", "GET /nowhere", "GET /oauth2/jwks"));
    for (var line : lines) {
      send(line, header.formatted(SECRET));
    }
    for (var line : List.of("POST /oauth2/token?a=b", "POST /oauth2/introspect", "POST /login")) {
      send(line, header.formatted(SECRET), EMPTY);
    }
    isSilent(log);
  }

  @Test
  @Security(154)
  void a_malformed_request_line_is_in_no_message() {
    var log = NewLines.of(server);
    for (var line :
        List.of(
            "GET /oauth2/authorize?code=%s HTTP/9.9",
            "GET /oauth2/authorize?code=%s",
            "GET /oauth2/authorize?code=%s\u0000 HTTP/1.1",
            "GET /oauth2/authorize?code=%s x HTTP/1.1",
            "G@T /x?code=%s HTTP/1.1",
            "GET http://localhost:99999999/x?code=%s HTTP/1.1",
            "GET /oauth2/authorize?code=%s|<>\"{}^` HTTP/1.1",
            "GET /oauth2/authorize?code=%s\u00e4\u00ff HTTP/1.1",
            "GET /;code=%s HTTP/1.1",
            "GET /oauth2/token;code=%s HTTP/1.1",
            "GET /login;jsessionid=%s HTTP/1.1",
            "GET /%%ZZ%s HTTP/1.1",
            "GET /\u00e4%s HTTP/1.1",
            "GET ?code=%s HTTP/1.1",
            "%s")) {
      var answer = Wire.exchange(server, line.formatted(SECRET), host);
      assertThat(Wire.status(answer)).as(line + answer).isNotEqualTo(500);
    }
    isSilent(log);
  }

  @Test
  @Security(154)
  void a_long_path_is_a_short_line() {
    var log = NewLines.of(server);
    send("GET /" + "a".repeat(6_000));
    assertThat(log.text().lines()).allMatch(line -> line.length() < 1_000);
  }

  private void send(String line, String... headers) {
    var all = new ArrayList<>(List.of(host));
    all.addAll(List.of(headers));
    var answer = Wire.exchange(server, line + " HTTP/1.1", all.toArray(String[]::new));
    assertThat(Wire.status(answer)).as(line + all + answer).isLessThan(500);
  }

  private static void isSilent(NewLines log) {
    assertThat(log.text()).doesNotContain(SECRET);
    assertThat(log.stackTrace()).as(log.text()).isEmpty();
  }
}
