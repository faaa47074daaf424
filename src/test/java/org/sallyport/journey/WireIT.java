package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Poll;
import org.sallyport.Security;

/** Requests that no browser would send: none of them is a fault, and none gets anywhere. */
class WireIT {
  private static final String OPENID = "/.well-known/openid-configuration";

  private final Server server = Server.onH2();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  @ParameterizedTest
  @Security(38)
  @ValueSource(
      strings = {
        "%00",
        "%C0%AF",
        "%ED%A0%80",
        "%ZZ",
        "%",
        "%0d%0aSet-Cookie:%20x=y",
        "%0d%0a%0d%0a<html>",
        "%E2%80%AE",
        "a%00b"
      })
  void odd_bytes_in_a_parameter_split_no_header_and_are_no_fault(String odd) {
    for (var name : new String[] {"state", "client_id", "redirect_uri", "nonce", "login_hint"}) {
      var request = Application.spa(server).asksFor("openid").without(name);
      var path = request.url().substring(server.issuer().length()) + "&" + name + "=" + odd;
      var answer = Wire.exchange(server, "GET " + path + " HTTP/1.1", host);
      assertThat(Wire.status(answer)).as(name + "=" + odd + " " + answer).isBetween(200, 499);
      assertThat(answer).doesNotContain("\r\nSet-Cookie: x=y", "Exception");
    }
    assertThat(server.log().lines()).noneMatch(l -> l.startsWith("Set-Cookie: x=y"));
  }

  @ParameterizedTest
  @Security(38)
  @ValueSource(ints = {7_000, 40_000, 1_000_000})
  void a_long_query_is_refused_and_no_fault(int length) {
    var line = "GET /oauth2/authorize?x=" + "a".repeat(length) + " HTTP/1.1";
    var answer = Wire.exchange(server, line, host);
    assertThat(Wire.status(answer)).as(answer).isIn(0, 400, 413, 414, 431);
  }

  @ParameterizedTest
  @Security(39)
  @ValueSource(
      strings = {
        "X-Forwarded-Host: evil.test",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Port: 666",
        "X-Forwarded-Prefix: /evil",
        "Forwarded: host=evil.test;proto=https",
        "X-Original-URL: /evil",
        "X-Rewrite-URL: /evil"
      })
  void no_header_changes_who_we_are(String header) {
    var metadata = Wire.exchange(server, "GET " + OPENID + " HTTP/1.1", host, header);
    assertThat(metadata).contains("\"" + server.issuer() + "\"").doesNotContain("evil");
    var request = Application.spa(server).asksFor("openid");
    var path = request.url().substring(server.issuer().length());
    var answer = Wire.exchange(server, "GET " + path + " HTTP/1.1", host, header);
    assertThat(Wire.status(answer)).isEqualTo(303);
    assertThat(answer)
        .contains("\r\nLocation: ")
        .doesNotContain("evil", ":666", "https://localhost");
  }

  @ParameterizedTest
  @Security(39)
  @ValueSource(strings = {"evil.test", "localhost", "localhost:1", "127.0.0.1"})
  void another_host_is_not_us(String other) {
    for (var path : new String[] {OPENID, "/oauth2/authorize", "/oauth2/jwks", "/login"}) {
      var answer = Wire.exchange(server, "GET " + path + " HTTP/1.1", "Host: " + other);
      assertThat(Wire.status(answer)).as(path + answer).isIn(400, 421);
      assertThat(answer).doesNotContain("evil");
    }
  }

  @ParameterizedTest
  @Security(39)
  @ValueSource(strings = {"Host: localhost:80@evil.test", "Host: ", "Host: a/b", "X-None: x"})
  void a_host_that_is_none_gets_nothing(String header) {
    var answer = Wire.exchange(server, "GET " + OPENID + " HTTP/1.1", header);
    assertThat(answer).doesNotContain("evil", "\"issuer\"", "Location");
  }

  @Test
  @Security(39)
  void a_request_line_with_another_host_is_not_us() {
    var line = "GET http://evil.test" + OPENID + " HTTP/1.1";
    var answer = Wire.exchange(server, line, host);
    assertThat(answer).doesNotContain("evil.test/");
    assertThat(Wire.status(answer)).isIn(200, 400, 421);
  }

  @ParameterizedTest
  @Security(111)
  @CsvSource({
    "TRACE, /oauth2/authorize",
    "TRACE, /login",
    "PROPFIND, /oauth2/token",
    "PROPFIND, /",
    "POST, /oauth2/jwks",
    "POST, /.well-known/openid-configuration",
    "POST, /health/live",
    "DELETE, /oauth2/userinfo",
    "PUT, /login",
    "CONNECT, /oauth2/token",
    "GET, /oauth2/introspect",
    "GET, /oauth2/revoke"
  })
  void a_method_that_is_not_served_is_refused(String method, String path) {
    var answer =
        Wire.exchange(server, method + " " + path + " HTTP/1.1", host, "Content-Length: 0");
    assertThat(Wire.status(answer)).as(answer).isIn(400, 403, 404, 405, 501);
  }

  @ParameterizedTest
  @Security(111)
  @ValueSource(
      strings = {
        "/oauth2/..;/oauth2/jwks",
        "/oauth2;x=1/jwks",
        "/oauth2/jwks;x=1",
        "//oauth2/jwks",
        "/oauth2//jwks",
        "/oauth2/%2e%2e/oauth2/jwks",
        "/oauth2%2fjwks",
        "/oauth2/./jwks",
        "/./oauth2/jwks",
        "/oauth2\\jwks",
        "/oauth2/%6awks",
        "/oauth2/jwks/x",
        "/WEB-INF/web.xml",
        "/login.xhtml",
        "/WEB-INF/templates/layout.xhtml",
        "/%57EB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/jakarta.faces.resource/../WEB-INF/web.xml"
      })
  void a_path_written_otherwise_leads_nowhere(String path) {
    var answer = Wire.exchange(server, "GET " + path + " HTTP/1.1", host);
    assertThat(Wire.status(answer)).as(answer).isIn(400, 404);
    assertThat(answer).doesNotContain("\"keys\"", "<web-app", "<ui:", "Manifest-Version");
  }

  @Test
  @Security(66)
  void a_body_of_ten_megabytes_is_refused() {
    try (var wire = new Wire(server, Duration.ofSeconds(10))) {
      wire.send("POST /oauth2/token HTTP/1.1\r\n" + host + "\r\nContent-Length: 10000000\r\n");
      wire.send("Content-Type: application/x-www-form-urlencoded\r\n\r\n");
      var chunk = "a".repeat(10_000);
      IntStream.range(0, 1_000).takeWhile(i -> wire.send(chunk)).forEach(i -> {});
      assertThat(Wire.status(wire.receive())).isIn(0, 413);
    }
  }

  @Test
  @Security(66)
  void a_body_that_comes_byte_by_byte_is_given_up() {
    try (var wire = new Wire(server, Duration.ofMillis(500))) {
      wire.send("POST /oauth2/token HTTP/1.1\r\n" + host + "\r\nContent-Length: 9999\r\n");
      wire.send("Content-Type: application/x-www-form-urlencoded\r\n\r\n");
      var start = System.nanoTime();
      var answer = "";
      while (!answer.startsWith("HTTP") && wire.send("a")) {
        answer = wire.receive();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
      }
      assertThat(Wire.status(answer)).as(answer).isIn(0, 408);
    }
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(strings = {"/oauth2/token", "/login"})
  void half_sent_requests_do_not_keep_others_waiting_nor_fill_the_log(String path) {
    var log = NewLines.of(server);
    var waiting = new ArrayList<Wire>();
    try {
      for (var i = 0; i < 200; i++) {
        var wire = new Wire(server, Duration.ofSeconds(1));
        waiting.add(wire);
        wire.send("POST " + path + " HTTP/1.1\r\n" + host + "\r\nContent-Length: 999\r\n");
        wire.send("Content-Type: application/x-www-form-urlencoded\r\n\r\ngrant_ty");
      }
      var start = System.nanoTime();
      assertThat(new Browser(server).get(server.url("/oauth2/jwks")).status()).isEqualTo(200);
      var service = Application.svc(server);
      var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
      Poll.until(Duration.ofSeconds(10), () -> service.token(form).status() == 200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    } finally {
      waiting.forEach(Wire::close);
    }
    assertThat(log.stackTrace()).isEmpty();
  }
}
