package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sallyport.Poll;

/**
 * The running product, known by its issuer and reached on loopback, on whichever server the
 * property {@code server} names; the shared ones are started once in a test run.
 */
public final class Server {
  private static final List<String> JOURNEYS =
      List.of("--no-demo", "--config", "src/test/resources/org/sallyport/journey/journey.json");

  private final String name;
  private final int port;
  private final String issuer;
  private final List<String> arguments;
  private final Map<String, String> environment;
  private Program program;

  private Server(Plan plan) {
    this.name = plan.name;
    this.port = plan.port;
    this.issuer = plan.issuer;
    this.environment = plan.environment;
    var kind = System.getProperty("server", "payara-micro");
    this.arguments = new ArrayList<>(List.of("--server", kind, "--port", "" + port));
    arguments.addAll(List.of("--data", Program.emptyDirectory(name).getPath()));
    arguments.addAll(plan.arguments);
    this.program = start();
  }

  private record Plan(
      String name,
      int port,
      String issuer,
      List<String> arguments,
      Map<String, String> environment) {}

  private static final class OnH2 {
    static final Server SHARED = loopback("h2", JOURNEYS);
  }

  private static final class WithDemo {
    static final Server SHARED = loopback("demo", List.of());
  }

  private static final class OnPostgres {
    static final Server SHARED = behindProxy("postgres", Postgres.shared());
  }

  private static final class SecondNode {
    static final Server SHARED = behindProxy("second-node", Postgres.shared());
  }

  /**
   * The journeys' server on its embedded database, its issuer on loopback; on PostgreSQL if the
   * property {@code database} says so.
   */
  public static Server onH2() {
    return OnH2.SHARED;
  }

  /** The journeys' server on PostgreSQL, its issuer {@code https://login.test}. */
  public static Server onPostgres() {
    return OnPostgres.SHARED;
  }

  /** Another node beside {@link #onPostgres}, with the same issuer and the same rows. */
  public static Server secondNode() {
    onPostgres();
    return SecondNode.SHARED;
  }

  /** The demo, as {@code scripts/run} starts it with nothing else said. */
  public static Server withDemo() {
    return WithDemo.SHARED;
  }

  private static Server loopback(String name, List<String> arguments) {
    var port = freePort();
    var issuer = "http://localhost:" + port;
    if (!"postgres".equals(System.getProperty("database"))) {
      return new Server(new Plan(name, port, issuer, arguments, Map.of()));
    }
    var database = Postgres.shared();
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("--issuer", issuer, "--database", database.url(name)));
    return new Server(new Plan(name, port, issuer, all, database.environment()));
  }

  private static Server behindProxy(String name, Postgres database) {
    var issuer = "https://login.test";
    var arguments = new ArrayList<>(JOURNEYS);
    arguments.addAll(List.of("--issuer", issuer, "--database", database.url()));
    return new Server(new Plan(name, freePort(), issuer, arguments, database.environment()));
  }

  /** The issuer identifier, exactly as configured. */
  public String issuer() {
    return issuer;
  }

  /** The public URL of a path. */
  public String url(String path) {
    return issuer + path;
  }

  /** The loopback port it listens on. */
  public int port() {
    return port;
  }

  /** A request to a public URL of this server, sent over loopback as a proxy would. */
  public HttpRequest.Builder request(String url) {
    if (!url.startsWith(issuer)) {
      throw new IllegalArgumentException("not a URL of " + issuer + ": " + url);
    }
    var path = url.substring(issuer.length());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Host", URI.create(issuer).getAuthority())
        .timeout(Duration.ofSeconds(20));
  }

  /** All that it has printed since its last start. */
  public String log() {
    return program.output();
  }

  /** Stops it as a supervisor does, and starts it again on the same data. */
  public void restart() {
    program.stop();
    program = start();
  }

  private Program start() {
    var started = Program.run(name, arguments, environment);
    Poll.until(
        Duration.ofMinutes(5),
        () -> {
          if (!started.running()) {
            throw new IllegalStateException("the server ended:\n" + started.output());
          }
          return started.output().contains("Sallyport is ready: " + issuer);
        });
    return started;
  }

  /** A port that nobody listens on. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
