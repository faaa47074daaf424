package org.sallyport.platform.config;

import static org.sallyport.platform.config.SettingName.CONFIGURATION_ALLOW_MASS_DISABLE;
import static org.sallyport.platform.config.SettingName.CONFIGURATION_LEAVE_GRACE;
import static org.sallyport.platform.config.SettingName.DATABASE_CONNECT_TIMEOUT;
import static org.sallyport.platform.config.SettingName.DATABASE_PASSWORD;
import static org.sallyport.platform.config.SettingName.DATABASE_POOL_SIZE;
import static org.sallyport.platform.config.SettingName.DATABASE_SOCKET_TIMEOUT;
import static org.sallyport.platform.config.SettingName.DATABASE_URL;
import static org.sallyport.platform.config.SettingName.DATABASE_USER;
import static org.sallyport.platform.config.SettingName.DATA_DIRECTORY;
import static org.sallyport.platform.config.SettingName.ISSUER;
import static org.sallyport.platform.config.SettingName.KEYS_ANNOUNCE;
import static org.sallyport.platform.config.SettingName.KEYS_MASTER;
import static org.sallyport.platform.config.SettingName.KEYS_RETIRE;
import static org.sallyport.platform.config.SettingName.KEYS_ROTATE;
import static org.sallyport.platform.config.SettingName.KEYS_ROTATE_AT_ONCE;
import static org.sallyport.platform.config.SettingName.LOG_FORMAT;
import static org.sallyport.platform.config.SettingName.METRICS_TOKEN;
import static org.sallyport.platform.config.SettingName.MTLS_AUTHORITIES;
import static org.sallyport.platform.config.SettingName.MTLS_ISSUER;
import static org.sallyport.platform.config.SettingName.MTLS_SOURCE;
import static org.sallyport.platform.config.SettingName.OUTGOING_ALLOWED;
import static org.sallyport.platform.config.SettingName.SIGN_IN_CONCURRENCY;
import static org.sallyport.platform.config.SettingName.SIGN_IN_ITERATIONS;
import static org.sallyport.platform.config.SettingName.SIGN_IN_MEMORY;
import static org.sallyport.platform.config.SettingName.SIGN_IN_PARALLELISM;
import static org.sallyport.platform.config.SettingName.SIGN_IN_QUEUE_WAIT;
import static org.sallyport.platform.config.SettingName.TOKENS_ACCESS;
import static org.sallyport.platform.config.SettingName.TOKENS_CODE;
import static org.sallyport.platform.config.SettingName.TOKENS_GRACE;
import static org.sallyport.platform.config.SettingName.TOKENS_ID;
import static org.sallyport.platform.config.SettingName.TOKENS_REFRESH;
import static org.sallyport.platform.config.SettingName.TOKENS_REFRESH_IDLE;
import static org.sallyport.platform.config.SettingName.TRUSTED_PROXIES;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes the settings from what is written, and the defaults that depend on other settings. */
final class SettingsReader {
  private final SettingSources from;
  private final String contextPath;
  private final long heapKib;
  private final Path data;

  /**
   * Reads from these sources.
   *
   * @param contextPath where the application is deployed, which an issuer that is not set ends in
   */
  SettingsReader(SettingSources from, String contextPath) {
    this(from, contextPath, Runtime.getRuntime().maxMemory() >> 10);
  }

  /** Reads for a process with a heap of this size. */
  SettingsReader(SettingSources from, String contextPath, long heapKib) {
    this.from = from;
    this.contextPath = contextPath;
    this.heapKib = heapKib;
    this.data = data();
  }

  // Two copies that nobody told apart must not share a directory.
  private Path data() {
    var copy = DATA_DIRECTORY.standard() + contextPath.replace('/', '-');
    return SettingValues.path(DATA_DIRECTORY.place(), from.find(DATA_DIRECTORY).orElse(copy));
  }

  Settings settings() {
    var tokens = tokens();
    var issuer = from.find(ISSUER).orElseGet(() -> ISSUER.standard() + contextPath);
    return new Settings(
        new Issuer(issuer),
        data,
        database(),
        signIn(),
        tokens,
        keys(tokens),
        outgoing(),
        mtls(),
        operation(),
        changes());
  }

  private FileChanges changes() {
    var allow = CONFIGURATION_ALLOW_MASS_DISABLE;
    return new FileChanges(
        from.duration(CONFIGURATION_LEAVE_GRACE),
        SettingValues.bool(allow.place(), from.text(allow)));
  }

  private Settings.Mtls mtls() {
    return new Settings.Mtls(
        from.find(MTLS_SOURCE),
        from.find(MTLS_AUTHORITIES)
            .map(f -> SettingValues.certificates(MTLS_AUTHORITIES.place(), f))
            .orElse(List.of()),
        from.find(MTLS_ISSUER).map(Issuer::new));
  }

  private Settings.Operation operation() {
    return new Settings.Operation(
        SettingValues.ranges(TRUSTED_PROXIES.place(), from.text(TRUSTED_PROXIES)),
        from.find(METRICS_TOKEN),
        from.text(LOG_FORMAT));
  }

  private Settings.DatabaseSettings database() {
    return new Settings.DatabaseSettings(
        from.find(DATABASE_URL).orElseGet(() -> "jdbc:h2:file:" + data.resolve("sallyport")),
        from.text(DATABASE_USER),
        from.text(DATABASE_PASSWORD),
        from.number(DATABASE_POOL_SIZE),
        from.duration(DATABASE_CONNECT_TIMEOUT),
        from.duration(DATABASE_SOCKET_TIMEOUT));
  }

  private Settings.SignInSettings signIn() {
    var memory = from.number(SIGN_IN_MEMORY);
    var concurrency =
        from.find(SIGN_IN_CONCURRENCY)
            .map(text -> SettingValues.number(SIGN_IN_CONCURRENCY.place(), text))
            .orElseGet(() -> onePerCore(memory, heapKib));
    var signIn =
        new Settings.SignInSettings(
            memory,
            from.number(SIGN_IN_ITERATIONS),
            from.number(SIGN_IN_PARALLELISM),
            concurrency,
            from.duration(SIGN_IN_QUEUE_WAIT));
    signIn.refuseUnlessWithin(heapKib);
    return signIn;
  }

  // As far as they fit into half of the heap together: the rest is for all other requests.
  static int onePerCore(int memoryKib, long heapKib) {
    var fit = Math.max(1, heapKib / 2 / Math.max(1, memoryKib));
    return (int) Math.min(Runtime.getRuntime().availableProcessors(), fit);
  }

  private Settings.Tokens tokens() {
    return new Settings.Tokens(
        from.duration(TOKENS_CODE),
        from.duration(TOKENS_ACCESS),
        from.duration(TOKENS_ID),
        from.duration(TOKENS_REFRESH_IDLE),
        from.duration(TOKENS_REFRESH),
        from.duration(TOKENS_GRACE));
  }

  private Settings.Outgoing outgoing() {
    var hosts = from.text(OUTGOING_ALLOWED).toLowerCase(Locale.ROOT).split("[\\s,]+");
    return new Settings.Outgoing(
        Arrays.stream(hosts).filter(h -> !h.isEmpty()).collect(Collectors.toSet()));
  }

  // A key is needed for as long as the last token it signed, and a day of slow caches.
  private Settings.Keys keys(Settings.Tokens tokens) {
    var retire = Duration.ofDays(1).plus(tokens.longest());
    return new Settings.Keys(
        from.find(KEYS_MASTER),
        data.resolve("master.key"),
        from.duration(KEYS_ANNOUNCE),
        from.duration(KEYS_ROTATE),
        from.find(KEYS_RETIRE)
            .map(t -> SettingValues.duration(KEYS_RETIRE.place(), t))
            .orElse(retire),
        KeyReplacement.parse(KEYS_ROTATE_AT_ONCE.place(), from.text(KEYS_ROTATE_AT_ONCE)));
  }
}
