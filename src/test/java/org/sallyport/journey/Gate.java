package org.sallyport.journey;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.Poll;

/**
 * One of the two names that a proxy answers to, with nodes behind it that take every offer.
 *
 * @param door where it listens, and what it is called there
 */
record Gate(Proxy proxy, CertificateHolder door, CredulousNode node) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final class Holder {
    static final List<Gate> ALL = Stream.of(Proxy.values()).flatMap(Holder::of).toList();

    private static Stream<Gate> of(Proxy proxy) {
      var node = new CredulousNode();
      var port = FreePort.next();
      var certificates = proxy == Proxy.HAPROXY ? FreePort.next() : port;
      proxy.before("https://login.test", List.of(node.port(), node.port()), port, certificates);
      return Stream.of(
          new Gate(proxy, new CertificateHolder(port, "login.test", ""), node),
          new Gate(proxy, new CertificateHolder(certificates, "mtls.login.test", ""), node));
    }
  }

  /** Both of each proxy; the proxies run until the tests end. */
  static List<Gate> all() {
    Stream.of(Proxy.values()).forEach(Proxy::mustBeThere);
    return Holder.ALL;
  }

  /** The head of a request without its end: a request line and headers. */
  String head(String line, String... headers) {
    var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return line + " HTTP/1.1\r\nHost: " + door.host() + "\r\n" + lines;
  }

  /** A request that says it is the last one. */
  String last(String line, String... headers) {
    return head(line, headers) + "Connection: close\r\n\r\n";
  }

  /** Sends this after all that came before was forgotten; what is answered. */
  String sends(String text) {
    node.forget();
    try (var wire = new Wire(door, PATIENCE)) {
      wire.send(text);
      return wire.receive();
    }
  }

  /** Sends a request by HTTP/2 with each of these fields, and one more that comes through. */
  void sendsByHttp2(List<String[]> requests) {
    sendsByHttp2(requests, 1);
  }

  /** The same, where so many come through: streams do not wait for one another. */
  void sendsByHttp2(List<String[]> requests, int through) {
    node.forget();
    try (var wire = new Wire(door, PATIENCE, "h2")) {
      wire.send(Frames.PREFACE);
      var stream = 1;
      for (var fields : requests) {
        wire.send(Frames.request(stream, fields));
        stream += 2;
      }
      var last = new String[] {":method", "GET", ":scheme", "https", ":path", "/oauth2/last"};
      var host = Stream.of(":authority", door.host());
      var fields = Stream.concat(Stream.of(last), host).toArray(String[]::new);
      wire.send(Frames.request(stream, fields));
      Poll.until(
          PATIENCE,
          () ->
              node.heads().size() >= through
                  && node.heads().stream().anyMatch(head -> head.startsWith("GET /oauth2/last ")));
    }
  }

  /** Whether it speaks HTTP/2, to a client that does. */
  boolean speaksHttp2() {
    try (var wire = new Wire(door, PATIENCE, "h2", "http/1.1")) {
      return wire.protocol().equals("h2");
    }
  }

  @Override
  public String toString() {
    return proxy + " at " + door.host();
  }
}
