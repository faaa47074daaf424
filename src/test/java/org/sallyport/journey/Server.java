package org.sallyport.journey;

import static org.sallyport.journey.StartedVersion.here;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.sallyport.Tool;
import org.sallyport.platform.mtls.TestCertificates;

/**
 * The running product, known by its issuer and reached on loopback, on whichever server the
 * property {@code server} names; the shared ones are started once in a test run.
 */
public final class Server {
  private static final List<String> JOURNEYS =
      List.of("--no-demo", "--config", "src/test/resources/org/sallyport/journey/journey.json");

  // In the environment, for the file is found from wherever the server runs.
  private static final Map<String, String> CERTIFICATES =
      Map.of(
          "SALLYPORT_MTLS_CERTIFICATE_FROM",
          TestCertificates.HEADER,
          "SALLYPORT_MTLS_ISSUER",
          "https://mtls.login.test",
          "SALLYPORT_MTLS_AUTHORITIES",
          TestCertificates.file("authority").toAbsolutePath().toString());

  private final String issuer;
  private final String entrance;
  private final int port;
  private final Supplier<Program> begin;
  private Program program;

  private Server(ServerPlan plan) {
    this(plan.issuer(), "http", plan.port(), plan::start);
  }

  private Server(String issuer, String scheme, int port, Supplier<Program> begin) {
    this.issuer = issuer;
    this.entrance = scheme + "://127.0.0.1:" + port;
    this.port = port;
    this.begin = begin;
    this.program = begin.get();
  }

  private static final class OnH2 {
    static final Server SHARED =
        loopback(
            "h2",
            List.of("--no-demo", "--config", RequestHost.configuration(JOURNEYS.get(2))),
            Mailbox.settings(RequestHost.settings(CERTIFICATES)));
  }

  private static final class WithDemo {
    static final Server SHARED =
        loopback("demo", List.of("--config", DemoConfiguration.file()), demo());

    private static Map<String, String> demo() {
      var settings = new HashMap<>(CERTIFICATES);
      settings.put("SALLYPORT_TRUSTED_PROXIES", "127.0.0.1");
      settings.put("DEMO_CERTIFICATE_FROM", TestCertificates.HEADER);
      settings.put("SALLYPORT_MAIL_TEST_TO", Mailbox.OPERATOR);
      settings.put("SALLYPORT_METRICS_TOKEN", Nodes.METRICS_TOKEN);
      return settings;
    }
  }

  private static final class OnPostgres {
    static final Server SHARED = node("postgres", Postgres.shared(), Map.of());
  }

  private static final class SecondNode {
    static final Server SHARED = node("second-node", Postgres.shared(), Map.of());
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

  /** The demo, as {@code scripts/run} starts it, but that it is told of certificates. */
  public static Server withDemo() {
    Tool.need("npm", "target/demo.war");
    return WithDemo.SHARED;
  }

  /** A server on the same database as {@link #onH2}, its issuer on loopback. */
  static Server loopback(String name, List<String> arguments, Map<String, String> settings) {
    var port = FreePort.next();
    var issuer = "http://localhost:" + port;
    if (!"postgres".equals(System.getProperty("database"))) {
      return new Server(new ServerPlan(here(name), port, issuer, arguments, settings));
    }
    var database = Postgres.shared();
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("--issuer", issuer, "--database", database.url(name)));
    var environment = new HashMap<>(settings);
    environment.putAll(database.environment());
    return new Server(new ServerPlan(here(name), port, issuer, all, environment));
  }

  /** A server on the embedded database, which it keeps in this folder. */
  static Server embeddedIn(Path folder) {
    return embedded(here("embedded"), folder, FreePort.next());
  }

  /** The same of this version, at this port. */
  static Server embedded(StartedVersion version, Path folder, int port) {
    var arguments = journeys(version);
    arguments.addAll(List.of("--data", folder.toAbsolutePath().toString()));
    var issuer = "http://localhost:" + port;
    return new Server(new ServerPlan(version, port, issuer, arguments, CERTIFICATES));
  }

  /** A node on this database, its issuer {@code https://login.test}, with these settings. */
  static Server node(String name, Postgres database, Map<String, String> settings) {
    return node(here(name), database, settings);
  }

  /** The same of this version. */
  static Server node(StartedVersion version, Postgres database, Map<String, String> settings) {
    var all = new HashMap<>(database.environment());
    all.putAll(settings);
    return at(version, database.url(), all);
  }

  /** A node on the database at this address, which the settings open. */
  static Server at(String name, String url, Map<String, String> settings) {
    return at(here(name), url, settings);
  }

  private static Server at(StartedVersion version, String url, Map<String, String> settings) {
    var issuer = "https://login.test";
    var arguments = journeys(version);
    arguments.addAll(List.of("--issuer", issuer, "--database", url));
    var all = new HashMap<>(CERTIFICATES);
    all.putAll(settings);
    return new Server(new ServerPlan(version, FreePort.next(), issuer, arguments, all));
  }

  // Each version reads the file that it was tested with.
  private static List<String> journeys(StartedVersion version) {
    var file = version.checkout().resolve(JOURNEYS.get(2)).toString();
    return new ArrayList<>(List.of("--no-demo", "--config", file));
  }

  /** A node on the datasource of the server's own that this file defines. */
  static Server onDatasource(String name, Path file, Map<String, String> settings) {
    var issuer = "https://login.test";
    var arguments = new ArrayList<>(JOURNEYS);
    arguments.addAll(List.of("--issuer", issuer, "--datasource", file.toString()));
    // As operators run it, since scripts/test tells how long it took to start.
    var all = new HashMap<>(Map.of("JAVA_OPTS", ""));
    all.putAll(CERTIFICATES);
    all.putAll(settings);
    return new Server(new ServerPlan(here(name), FreePort.next(), issuer, arguments, all));
  }

  /**
   * The demo with the clients of this file, which asks clients for certificates by itself, as that
   * file has it; it is told of no proxy, and its API takes tokens by ES256.
   */
  static Server endingTls(String config, Path file) {
    var port = FreePort.next();
    var arguments = List.of("--config", config, "--tls", file.toString());
    var settings = new HashMap<>(CERTIFICATES);
    settings.put("SALLYPORT_MTLS_CERTIFICATE_FROM", "tls");
    settings.put("DEMO_CERTIFICATE_FROM", "tls");
    settings.put("DEMO_INTROSPECTION_SECRET", "only-for-the-demo-api-of-the-demo");
    settings.put("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM", "ES256");
    return new Server(
        new ServerPlan(here("tls"), port, "http://localhost:" + port, arguments, settings));
  }

  /** One server with a copy at each of these context paths, each with the settings of its name. */
  static List<Server> copies(Map<String, Map<String, String>> copies) {
    var port = FreePort.next();
    var issuer = "http://localhost:" + port;
    var settings = new HashMap<String, String>();
    copies.forEach(
        (name, own) -> {
          var prefix = "SALLYPORT__" + name.toUpperCase(Locale.ROOT) + "__";
          CERTIFICATES.forEach(
              (key, value) -> settings.put(key.replace("SALLYPORT_", prefix), value));
          own.forEach((key, value) -> settings.put(key.replace("SALLYPORT_", prefix), value));
          settings.put(prefix + "ISSUER", issuer + "/" + name);
          settings.put(prefix + "MTLS_ISSUER", "https://mtls.login.test/" + name);
          settings.put(prefix + "CONFIG", Path.of(JOURNEYS.get(2)).toAbsolutePath().toString());
        });
    // Else what only a soft reference holds stays for as long as there is room.
    settings.put("JAVA_TOOL_OPTIONS", "-XX:SoftRefLRUPolicyMSPerMB=0");
    var names = String.join(",", copies.keySet());
    var arguments = List.of("--issuer", issuer, "--copies", names);
    var all = new Server(new ServerPlan(here("copies"), port, issuer, arguments, settings));
    return copies.keySet().stream().map(all::copy).toList();
  }

  private Server copy(String name) {
    return new Server(issuer + "/" + name, "http", port, () -> program);
  }

  /** The nodes of this issuer behind a proxy that speaks TLS at this port. */
  static Server behind(String issuer, int port, Supplier<Program> proxy) {
    return new Server(issuer, "https", port, proxy);
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
    var here = URI.create(issuer);
    var path = url.substring(here.resolve("/").toString().length() - 1);
    return HttpRequest.newBuilder(URI.create(entrance + path))
        .header("Host", here.getAuthority())
        .timeout(Duration.ofSeconds(20));
  }

  /** Its Java process. */
  ProcessHandle process() {
    return program.java();
  }

  /** All that it has printed since its last start. */
  public String log() {
    return program.output();
  }

  /** Stops it as a supervisor does, and starts it again on the same data. */
  public void restart() {
    stop();
    start();
  }

  /** Stops it as a supervisor does. */
  void stop() {
    program.stop();
  }

  /** Ends it in the middle of whatever it does. */
  void kill() {
    program.kill();
  }

  /** Starts it again on the same data. */
  void start() {
    program = begin.get();
  }
}
