package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.protocol.address.AddressRange;

/** Behind the real proxies, with the files that operators are given. */
class ProxyIT {
  private static final Pattern CASE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final String FORGED = "203.0.113.9";

  private final Nodes nodes = Nodes.shared();

  @ParameterizedTest
  @EnumSource
  @Security(39)
  void everything_goes_through_each_of_them(Proxy proxy) {
    var front = proxy.before(nodes.one(), nodes.two());
    try {
      longJourney(front);
      clientAddress(front);
      assertThat(raw(front.port(), "127.0.0.1", "/oauth2/jwks", "evil.test")).contains(" 421 ");
      assertThat(get(front, "/health/ready").status()).isEqualTo(404);
      assertThat(get(front, "/metrics").status()).isEqualTo(404);
      noTunnelLeadsBeside(front);
    } finally {
      front.stop();
    }
  }

  // What follows the offer would reach a node as it is written here.
  private static void noTunnelLeadsBeside(Server front) {
    var head = " HTTP/1.1\r\nHost: login.test\r\n";
    try (var wire =
        new Wire(new CertificateHolder(front.port(), "login.test", ""), Duration.ofSeconds(10))) {
      wire.send("GET /oauth2/jwks" + head + "Connection: Upgrade, HTTP2-Settings\r\n");
      wire.send("Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
      wire.send("GET /health/ready" + head + "Connection: close\r\n\r\n");
      assertThat(Wire.statuses(wire.receive())).containsExactly(200, 404);
    }
  }

  @Test
  @Security(39)
  void who_is_no_trusted_proxy_is_not_believed() {
    var refused = plain(nodes.one().port(), "127.0.0.3", "/oauth2/authorize");
    assertThat(address(refused)).isEqualTo("127.0.0.3");
  }

  // A long state makes addresses as long as they may get.
  private static void longJourney(Server front) {
    var web = Application.web(front);
    var request =
        web.asksFor("openid notes.read").with("prompt", "consent").with("state", "s".repeat(2_000));
    var tokens = Expect.tokens(Visitor.bob(front).tokens(request));
    assertThat(tokens).containsKey("id_token");
    var metadata = get(front, "/.well-known/openid-configuration");
    assertThat(metadata.json()).containsEntry("issuer", front.issuer());
    assertThat(metadata.body()).doesNotContain("127.0.0.1", "http://");
  }

  private void clientAddress(Server front) {
    var refused = raw(front.port(), "127.0.0.2", "/oauth2/authorize", "login.test");
    assertThat(address(refused)).isEqualTo("127.0.0.2");
  }

  /** The address in the audit log of the refusal that an answer tells the case number of. */
  private String address(String answer) {
    var number = CASE.matcher(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(number.find()).as(answer).isTrue();
    var line = Pattern.compile("case=" + number.group() + " .*address=(\\S+)");
    Poll.until(Duration.ofSeconds(10), () -> line.matcher(logs()).find());
    var found = line.matcher(logs());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String logs() {
    return nodes.one().log() + nodes.two().log();
  }

  private static Answer get(Server front, String path) {
    return new Browser(front).get(front.url(path));
  }

  private static String raw(int port, String source, String path, String host) {
    try (var plain = connected(port, source);
        var tls =
            Identity.shared()
                .trusting()
                .getSocketFactory()
                .createSocket(plain, "127.0.0.1", port, true)) {
      return exchange(tls, path, host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(int port, String source, String path) {
    try (var socket = connected(port, source)) {
      return exchange(socket, path, "login.test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket connected(int port, String source) throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(AddressRange.address(source).orElseThrow(), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String exchange(Socket socket, String path, String host) throws IOException {
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: %s\r\nConnection: close\r\n\r\n"
            .formatted(path, host, FORGED);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }
}
