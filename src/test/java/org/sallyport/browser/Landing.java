package org.sallyport.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An application on loopback, as a native one opens it to be called back. */
final class Landing implements AutoCloseable {
  private static final byte[] PAGE =
      "<!doctype html><link rel=icon href=data:,><title>landed</title><h1>Landed</h1>"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final AtomicInteger visits = new AtomicInteger();
  private volatile String origin = "";

  Landing() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          origin = exchange.getRequestHeaders().getOrDefault("Origin", List.of("none")).get(0);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, PAGE.length);
          exchange.getResponseBody().write(PAGE);
          exchange.close();
        });
    server.start();
  }

  /** Its address by number, as RFC 8252 §7.3 wants it. */
  String uri(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** How often somebody came. */
  int visits() {
    return visits.get();
  }

  /** The Origin of the request that came last, or {@code none}. */
  String origin() {
    return origin;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
