package org.sallyport.platform.config;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.protocol.address.AddressRange;
import org.sallyport.protocol.address.InternationalNames;

/**
 * All settings, read once at start; nobody reads one by its name elsewhere.
 *
 * @param identity the issuer and its parts
 */
public record Settings(
    Issuer identity,
    Path dataDirectory,
    DatabaseSettings database,
    SignInSettings signIn,
    Tokens tokens,
    Keys keys,
    Outgoing outgoing,
    Mtls mtls,
    Operation operation,
    FileChanges changes) {

  public Settings {
    mtls.refuseUnlessAt(identity.path());
  }

  /** The issuer identifier. */
  public String issuer() {
    return identity.value();
  }

  /** The absolute URL of an endpoint, from its path such as {@code /oauth2/token}. */
  public String endpoint(String path) {
    return issuer() + path;
  }

  /** All absolute URLs of an endpoint: also that for clients with certificates, if it has one. */
  public List<String> endpoints(String path) {
    return Stream.concat(Stream.of(issuer()), mtls.alias().map(Issuer::value).stream())
        .map(base -> base + path)
        .toList();
  }

  /** Where the rows are. */
  public record DatabaseSettings(
      String url,
      String user,
      String password,
      int poolSize,
      Duration connectTimeout,
      Duration socketTimeout) {
    private static final List<String> KNOWN = List.of("jdbc:h2:", "jdbc:postgresql:", "jndi:");
    private static final Duration SECOND = Duration.ofSeconds(1);

    public DatabaseSettings {
      if (KNOWN.stream().noneMatch(url::startsWith)) {
        throw new ConfigurationException(
            "setting database.url",
            "only H2 and PostgreSQL are known",
            "write it like jdbc:postgresql://host/sallyport, or jndi:NAME of a datasource of the"
                + " server");
      }
      SettingValues.within("setting database.pool-size", poolSize, 1, 500);
      var place = "setting database.connect-timeout";
      SettingValues.within(place, connectTimeout, SECOND, Duration.ofSeconds(30));
      place = "setting database.socket-timeout";
      SettingValues.within(place, socketTimeout, SECOND, Duration.ofSeconds(60));
    }

    /** Whether it is the H2 in this very process. */
    public boolean embedded() {
      return url.startsWith("jdbc:h2:");
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Database[" + user + "]";
    }
  }

  /** What checking a password costs, and how many are checked at once. */
  public record SignInSettings(
      int memoryKib, int iterations, int parallelism, int concurrency, Duration queueWait) {
    public SignInSettings {
      SettingValues.within("setting sign-in.argon2-memory-kib", memoryKib, 7_168, 1_048_576);
      SettingValues.within("setting sign-in.argon2-iterations", iterations, 1, 20);
      SettingValues.within("setting sign-in.argon2-parallelism", parallelism, 1, 16);
      SettingValues.within("setting sign-in.concurrency", concurrency, 1, 256);
      var place = "setting sign-in.queue-wait";
      SettingValues.within(place, queueWait, Duration.ZERO, Duration.ofSeconds(30));
    }

    /** Refuses checks that together would take more than three quarters of a heap of this size. */
    void refuseUnlessWithin(long heapKib) {
      var needed = (long) concurrency * memoryKib;
      if (needed > heapKib / 4 * 3) {
        throw new ConfigurationException(
            "setting sign-in.concurrency",
            "checks of %d MiB in all do not fit into a heap of %d MiB"
                .formatted(needed >> 10, heapKib >> 10),
            "lower it or sign-in.argon2-memory-kib, or give the server a larger heap (-Xmx)");
      }
    }
  }

  /** How long what we give out is good. */
  public record Tokens(
      Duration codeLifetime,
      Duration accessTokenLifetime,
      Duration idTokenLifetime,
      Duration refreshTokenIdle,
      Duration refreshTokenLifetime,
      Duration refreshGrace) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public Tokens {
      var years = DAY.multipliedBy(3_650);
      check("code-lifetime", codeLifetime, SHORTEST, Duration.ofMinutes(10));
      check("access-token-lifetime", accessTokenLifetime, SHORTEST, DAY);
      check("id-token-lifetime", idTokenLifetime, SHORTEST, DAY);
      check("refresh-token-idle", refreshTokenIdle, SHORTEST, years);
      check("refresh-token-lifetime", refreshTokenLifetime, refreshTokenIdle, years);
      check("refresh-grace", refreshGrace, Duration.ZERO, Duration.ofMinutes(1));
    }

    /** How long the longest-lived signed token is good. */
    public Duration longest() {
      return accessTokenLifetime.compareTo(idTokenLifetime) > 0
          ? accessTokenLifetime
          : idTokenLifetime;
    }

    private static void check(String name, Duration value, Duration least, Duration most) {
      SettingValues.within("setting tokens." + name, value, least, most);
    }
  }

  /**
   * Where this server may go beyond public addresses by https.
   *
   * @param allowedHosts names or addresses, in lower case, each for any port or with its port
   */
  public record Outgoing(Set<String> allowedHosts) {
    public Outgoing {
      allowedHosts = Set.copyOf(allowedHosts);
      for (var host : allowedHosts) {
        if (host.indexOf('/') >= 0 || host.indexOf('*') >= 0) {
          throw noHost(
              host, "write hosts like keys.internal or 10.0.0.7:8443, with spaces between");
        }
        InternationalNames.advice(host)
            .ifPresent(
                advice -> {
                  throw noHost(host, "it " + advice);
                });
      }
    }

    private static ConfigurationException noHost(String host, String remedy) {
      return new ConfigurationException(
          "setting outgoing.allowed-hosts", "'" + host + "' is no host", remedy);
    }
  }

  /**
   * Clients' certificates (RFC 8705).
   *
   * @param source {@code tls} if this server ends TLS itself, or the header that proxies put them
   *     in; none if they are not looked for
   * @param authorities those whose certificates authenticate a client
   * @param alias what clients with certificates reach the endpoints at, if not the issuer
   */
  public record Mtls(
      Optional<String> source, List<X509Certificate> authorities, Optional<Issuer> alias) {
    private static final String PLACE = "setting mtls.certificate-from";
    private static final String THIS_SERVER = "tls";

    public Mtls {
      authorities = List.copyOf(authorities);
      if (source.filter(s -> !s.matches("[A-Za-z0-9_-]{1,100}")).isPresent()) {
        throw new ConfigurationException(
            PLACE, "it is no name of a header", "write tls, or a header such as Client-Cert");
      }
      if (source.isEmpty() && (alias.isPresent() || !authorities.isEmpty())) {
        throw new ConfigurationException(
            PLACE, "it is missing", "say where certificates come from, or leave mtls.* out");
      }
    }

    /** Whether certificates are looked for. */
    public boolean served() {
      return source.isPresent();
    }

    /** Whether they are shown to this server itself. */
    public boolean atThisServer() {
      return source.filter(THIS_SERVER::equals).isPresent();
    }

    /** The header that proxies put them in. */
    public Optional<String> header() {
      return source.filter(s -> !atThisServer());
    }

    private void refuseUnlessAt(String path) {
      if (alias.filter(a -> !a.path().equals(path)).isPresent()) {
        throw new ConfigurationException(
            "setting mtls.issuer", "its path is not the issuer's", "end it in '" + path + "'");
      }
    }
  }

  /**
   * What stands around the server.
   *
   * @param trustedProxies whose word is taken for where a request came from
   * @param metricsToken what whoever reads the metrics has to know
   * @param logFormat how audit events are written: {@code text} or {@code json}
   */
  public record Operation(
      List<AddressRange> trustedProxies, Optional<String> metricsToken, String logFormat) {
    private static final int SHORTEST_TOKEN = 16;

    public Operation {
      trustedProxies = List.copyOf(trustedProxies);
      if (metricsToken.map(String::length).orElse(SHORTEST_TOKEN) < SHORTEST_TOKEN) {
        throw new ConfigurationException(
            "setting metrics.token",
            "it is shorter than " + SHORTEST_TOKEN + " characters",
            "make it by a random generator");
      }
      if (!List.of("text", "json").contains(logFormat)) {
        throw new ConfigurationException(
            "setting log.format", "'" + logFormat + "' is unknown", "write text or json");
      }
    }

    /** Whether the word of this peer is taken. */
    public boolean trusts(String address) {
      return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    /** Whether audit events are written as JSON. */
    public boolean logsJson() {
      return logFormat.equals("json");
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Operation[" + trustedProxies + "]";
    }
  }

  /** The master key, and how the signing keys change. */
  public record Keys(
      Optional<String> masterKey,
      Path masterKeyFile,
      Duration announce,
      Duration rotate,
      Duration retire,
      List<KeyReplacement> replacements) {
    public Keys {
      replacements = List.copyOf(replacements);
      var longest = Duration.ofDays(3_650);
      SettingValues.within("setting keys.announce", announce, Duration.ZERO, longest);
      SettingValues.within("setting keys.rotate", rotate, announce.plusSeconds(1), longest);
      SettingValues.within("setting keys.retire", retire, Duration.ofSeconds(1), longest);
    }

    /** Without the key. */
    @Override
    public String toString() {
      return "Keys[" + masterKeyFile + "]";
    }
  }
}
