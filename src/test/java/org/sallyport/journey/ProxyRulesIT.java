package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.mtls.TestCertificates.HEADER;
import static org.sallyport.platform.mtls.TestCertificates.header;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What reaches a node through the real proxies, with the files that operators are given. */
class ProxyRulesIT {
  private static final String KEYS = "GET /oauth2/jwks";
  private static final String SETTINGS = "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA";
  private static final String FORGED = HEADER + ": " + header("issued");
  private static final Pattern INTERNAL =
      Pattern.compile(
          "[A-Z]+ (https?://[^/ ]*)?(/health|/health/.*|/metrics)[/;]?([?#].*)? HTTP.*");
  private static final List<String> OFFERS =
      List.of(
          "h2c",
          "H2C",
          "h2",
          "h2c, websocket",
          "websocket",
          "TLS/1.2",
          "HTTP/2.0",
          "jboss-remoting",
          "anything");
  // The headers, and the body.
  private static final List<String> AMBIGUOUS =
      List.of(
          "Content-Length: 5\r\nTransfer-Encoding: chunked|0\r\n\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 5|0\r\n\r\n",
          "Content-Length: 0\r\nTransfer-Encoding: chunked|5\r\nhello\r\n0\r\n\r\n",
          "Content-Length: 5\r\nContent-Length: 5|hello",
          "Content-Length: 5\r\nContent-Length: 3|hello",
          "Content-Length: 5, 5|hello",
          "Content-Length: +5|hello",
          "Content-Length: 0x5|hello",
          "Content-Length: 5;|hello",
          "Content-Length:|hello",
          "Content-Length : 5|hello",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked, chunked|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: xchunked|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: identity|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: \u000bchunked|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding : chunked|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding:\r\n chunked|5\r\nhello\r\n0\r\n\r\n",
          "X-A: b\r\n Transfer-Encoding: chunked|5\r\nhello\r\n0\r\n\r\n",
          "X-A: b\nTransfer-Encoding: chunked|5\r\nhello\r\n0\r\n\r\n",
          "X-A: b\rTransfer-Encoding: chunked|5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5\r\nhello\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5\r\nhello\r\n0\n\n",
          "Transfer-Encoding: chunked|5;a=\nb\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5;\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5\rhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5\r\nhelloXY0\r\n\r\n",
          "Transfer-Encoding: chunked|+5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|0x5\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|10000000000000005\r\nhello\r\n0\r\n\r\n",
          "Transfer-Encoding: chunked|5\r\nhello\r\n0\r\nContent-Length: 3\n\r\n");
  private static final List<String> INTERNALS =
      List.of(
          "/health/ready",
          "/health/live",
          "/health/",
          "/metrics",
          "/metrics?a=b",
          "/metrics/",
          "/metrics;a=b",
          "//health/ready",
          "/./health/ready",
          "/oauth2/../health/ready",
          "/oauth2/..;/health/ready",
          "/oauth2/%2e%2e/health/ready",
          "/oauth2/x/../../metrics",
          "/%68ealth/ready",
          "/metric%73",
          "/health%2fready",
          "/health/./ready",
          "\\health/ready",
          "http://login.test/health/ready",
          "https://login.test/metrics",
          "https://mtls.login.test/metrics",
          "http:///metrics",
          "health/ready",
          "*");

  static List<Gate> gates() {
    return Gate.all();
  }

  static List<Gate> gatesOfHttp2() {
    return Gate.all().stream().filter(Gate::speaksHttp2).toList();
  }

  @ParameterizedTest
  @MethodSource("gates")
  @Security({39, 101})
  @Spec("RFC 9110 §7.8")
  void no_offer_of_another_protocol_comes_through(Gate gate) {
    for (var offer : OFFERS) {
      for (var tokens : List.of("Upgrade, HTTP2-Settings", "keep-alive, upgrade", "keep-alive")) {
        var connection = "Connection: " + tokens;
        var key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        var request = gate.head(KEYS, connection, "Upgrade: " + offer, SETTINGS, key) + "\r\n";
        var beside = gate.last("GET /health/live", FORGED);
        var answer = gate.sends(request + beside);
        assertThat(answer).as(offer).doesNotContain(" 101 ");
        assertThat(Wire.status(answer)).as(answer).isEqualTo(200);
        noTunnel(gate, offer);
        assertThat(gate.node().heads()).as(offer).hasSize(1);
      }
    }
  }

  private static void noTunnel(Gate gate, String offer) {
    assertThat(gate.node().values("Upgrade")).as(offer).isEmpty();
    assertThat(gate.node().values("HTTP2-Settings")).as(offer).isEmpty();
    assertThat(gate.node().values("Connection"))
        .as(offer)
        .noneMatch(c -> c.toLowerCase(Locale.ROOT).contains("upgrade"));
    nothingForged(gate, offer);
  }

  private static void nothingForged(Gate gate, String how) {
    assertThat(gate.node().values(HEADER)).as(how).doesNotContain(header("issued"));
    assertThat(gate.node().values("X-Forwarded-For"))
        .as(how)
        .allMatch(value -> value.endsWith("127.0.0.1"));
    assertThat(gate.node().heads()).as(how).noneMatch(h -> INTERNAL.matcher(line(h)).matches());
  }

  private static String line(String head) {
    return head.lines().findFirst().orElse("");
  }

  @ParameterizedTest
  @MethodSource("gates")
  @Security({39, 101})
  void no_forged_header_comes_through(Gate gate) {
    for (var name :
        List.of(HEADER, "client-cert", "CLIENT-CERT", "Client-Cert ", "\tClient-Cert")) {
      var forged = name + ": " + header("issued");
      gate.sends(gate.last(KEYS, forged, "X-A: b", forged, "X-Forwarded-For: 203.0.113.9"));
      nothingForged(gate, name);
    }
    for (var hidden :
        List.of("X-A: b\n", "X-A: b\r", "X-A: b\0\r\n", "X-A:\r\n\t", "X-A: b\r\n ")) {
      gate.sends(gate.last(KEYS, hidden + FORGED, "X-Forwarded-For: 203.0.113.9"));
      nothingForged(gate, hidden);
    }
    for (var hop : List.of(HEADER, "X-Forwarded-For", "Host", "Client-Cert, X-Forwarded-For")) {
      gate.sends(gate.head(KEYS, FORGED, "Connection: close, " + hop) + "\r\n");
      nothingForged(gate, hop);
      assertThat(gate.node().values("X-Forwarded-For")).as(hop).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("gates")
  @Security({39, 111})
  void no_internal_path_is_reached(Gate gate) {
    for (var path : INTERNALS) {
      for (var method : List.of("GET", "POST", "HEAD")) {
        gate.sends(gate.last(method + " " + path, "Content-Length: 0"));
        nothingForged(gate, path);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("gates")
  @Security(66)
  @Spec("RFC 9112 §6.3")
  void what_comes_through_ends_in_one_place(Gate gate) {
    for (var framing : AMBIGUOUS) {
      var request = gate.head("POST /oauth2/token", framing.split("\\|", 2)[0]) + "\r\n";
      var beside = gate.last("GET /health/live", FORGED);
      var answer = gate.sends(request + framing.split("\\|", 2)[1] + beside);
      assertThat(gate.node().ambiguities()).as(framing + answer).isEmpty();
      nothingForged(gate, framing);
    }
  }

  @ParameterizedTest
  @MethodSource("gates")
  @Security({39, 111})
  void no_tunnel_can_be_asked_for(Gate gate) {
    for (var target : List.of("127.0.0.1:80", gate.door().host() + ":443", "/oauth2/token", "*")) {
      for (var method : List.of("CONNECT ", "TRACE ")) {
        var refused = gate.head(method + target) + "\r\n";
        var answer = gate.sends(refused + gate.last(KEYS, FORGED));
        assertThat(Wire.status(answer)).as(target + answer).isIn(0, 400, 403, 404, 405, 421, 501);
        assertThat(gate.node().heads()).as(target).allMatch(h -> h.startsWith("GET"));
        nothingForged(gate, target);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("gatesOfHttp2")
  @Security({39, 101})
  @Spec("RFC 8441 §4")
  void no_tunnel_can_be_asked_for_by_http_2(Gate gate) {
    for (var field : List.of(":protocol", "upgrade", "http2-settings")) {
      var method = field.startsWith(":") ? "CONNECT" : "GET";
      var fields =
          OFFERS.stream().map(offer -> fields(gate, method, "/oauth2/jwks", field, offer)).toList();
      gate.sendsByHttp2(fields);
      noTunnel(gate, field);
    }
  }

  @ParameterizedTest
  @MethodSource("gatesOfHttp2")
  @Security({39, 101, 111})
  void http_2_is_under_the_same_rules(Gate gate) {
    var name = HEADER.toLowerCase(Locale.ROOT);
    gate.sendsByHttp2(
        List.<String[]>of(fields(gate, "GET", "/oauth2/keys", name, header("issued"))), 2);
    assertThat(gate.node().heads()).hasSize(2);
    nothingForged(gate, name);
    gate.sendsByHttp2(
        INTERNALS.stream().map(path -> fields(gate, "GET", path, "x-a", "b")).toList());
    nothingForged(gate, "by HTTP/2");
  }

  private static String[] fields(Gate gate, String method, String path, String... more) {
    var host = gate.door().host();
    var usual = Stream.of(":method", method, ":scheme", "https", ":path", path, ":authority", host);
    return Stream.concat(usual, Stream.of(more)).toArray(String[]::new);
  }
}
