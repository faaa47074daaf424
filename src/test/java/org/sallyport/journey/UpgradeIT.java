package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/**
 * A server with our configuration speaks HTTP/1.1 and changes to nothing else, so that no proxy
 * before it is led to open a tunnel. An offer is passed over: who makes it is answered as usual.
 */
@Spec("RFC 9110 §7.8")
class UpgradeIT {
  private static final List<String> PATHS =
      List.of(
          "/.well-known/openid-configuration",
          "/oauth2/jwks",
          "/login",
          "/nowhere",
          "/assets/sallyport.css",
          "/health/live",
          "/");

  private final Server server = Server.onH2();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  @ParameterizedTest
  @Security({39, 101})
  @ValueSource(
      strings = {
        "h2c",
        "H2C",
        "h2",
        "h2c, websocket",
        "HTTP/2.0",
        "websocket",
        "TLS/1.2",
        "jboss-remoting",
        "http-remoting",
        "EJB/3.0",
        "anything"
      })
  void no_offer_is_taken_up(String offer) {
    for (var path : PATHS) {
      var usual = Wire.exchange(server, "GET " + path + " HTTP/1.1", host);
      var answers = offered("GET " + path, offer, "");
      passedOver(answers, Wire.status(usual), path);
    }
  }

  @Test
  @Security({39, 101})
  void no_offer_is_taken_up_that_comes_with_a_body() {
    for (var offer : List.of("h2c", "websocket", "jboss-remoting")) {
      var answers = offered("POST /oauth2/token", offer, "grant_type=none");
      passedOver(answers, 401, offer);
    }
  }

  // The next request in the same connection is an HTTP/1.1 request still, if it is heard at all.
  private static void passedOver(String answers, int usual, String what) {
    assertThat(answers).as(what).doesNotContain(" 101 ").doesNotContain("(silence)");
    assertThat(Wire.statuses(answers)).as(what + answers).startsWith(usual).hasSizeBetween(1, 2);
    assertThat(Wire.statuses(answers).stream().skip(1)).as(what).allMatch(s -> s == 200);
  }

  private String offered(String line, String offer, String body) {
    try (var wire = new Wire(server, Duration.ofSeconds(10))) {
      wire.send(line + " HTTP/1.1\r\n" + host + "\r\nConnection: Upgrade, HTTP2-Settings\r\n");
      wire.send("Upgrade: " + offer + "\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n");
      wire.send("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
      wire.send("Sec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
      wire.send("Content-Type: application/x-www-form-urlencoded\r\n");
      wire.send(body.isEmpty() ? "\r\n" : "Content-Length: " + body.length() + "\r\n\r\n" + body);
      wire.send("GET /oauth2/jwks HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
      return wire.receive();
    }
  }

  @Test
  @Security({39, 66})
  @Spec("RFC 9113 §3.3")
  void http_2_is_not_spoken_to_who_knows_it_before() {
    try (var wire = new Wire(server, Duration.ofSeconds(3))) {
      wire.send(Frames.rapidReset(URI.create(server.issuer()).getAuthority()));
      var received = wire.receive();
      assertThat(Frames.begin(received)).as(received).isFalse();
      assertThat(received).doesNotContain("\"keys\"", "200 OK");
    }
  }

  @Test
  void a_client_that_would_speak_http_2_is_answered_by_http_1() throws Exception {
    var client = HttpClient.newHttpClient();
    var keys = HttpRequest.newBuilder(URI.create(server.url("/oauth2/jwks")));
    answered(client, keys.build());
    var service = Application.svc(server);
    var token =
        HttpRequest.newBuilder(URI.create(server.url("/oauth2/token")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", Application.basic(service.id(), service.secret()));
    var form = "grant_type=client_credentials&scope=notes.read";
    answered(client, token.POST(BodyPublishers.ofString(form)).build());
    answered(client, keys.build());
  }

  private static void answered(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    assertThat(client.version()).isEqualTo(Version.HTTP_2);
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(Version.HTTP_1_1);
  }
}
