package org.sallyport.platform.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the server itself; {@link SettingsGroup}s declare those of features. */
public enum SettingName implements Setting {
  /** The configuration file. */
  CONFIG("config", "", "the JSON configuration file"),
  /** Returning to the configuration file. */
  CONFIGURATION_LEAVE_GRACE(
      "configuration.leave-grace",
      "PT1H",
      "how long an entry may be missing in the file before its sessions and tokens are void"),
  /** Disabling many at once. */
  CONFIGURATION_ALLOW_MASS_DISABLE(
      "configuration.allow-mass-disable",
      "false",
      "whether a start may disable more than five, and more than a tenth, of all people or clients"),
  /** The issuer identifier. */
  ISSUER("issuer", "http://localhost:8080", "the URL of this server for browsers and applications"),
  /** Where files are made. */
  DATA_DIRECTORY(
      "data-directory", "sallyport-data", "the directory of the embedded database and its key"),
  /** Reverse proxies. */
  TRUSTED_PROXIES(
      "trusted-proxies",
      "",
      "addresses or CIDR ranges of the proxies whose X-Forwarded-For is used"),
  /** Reading the metrics; secret. */
  METRICS_TOKEN(
      "metrics.token",
      "",
      "the bearer token that GET /metrics requires; without it there are no metrics"),
  /** How audit events are written. */
  LOG_FORMAT("log.format", "text", "the form of audit events in the log: text or json"),
  /** The database. */
  DATABASE_URL(
      "database.url",
      "",
      "JDBC URL of PostgreSQL, or jndi:NAME; without it, H2 in the data directory"),
  /** The database user. */
  DATABASE_USER("database.user", "sallyport", "the database user"),
  /** The database password; secret. */
  DATABASE_PASSWORD("database.password", "", "the database user's password"),
  /** Connections at most. */
  DATABASE_POOL_SIZE("database.pool-size", "20", "the most connections at once"),
  /** Waiting for a connection. */
  DATABASE_CONNECT_TIMEOUT("database.connect-timeout", "PT3S", "how long to wait for a connection"),
  /** Waiting for an answer. */
  DATABASE_SOCKET_TIMEOUT("database.socket-timeout", "PT3S", "how long to wait for an answer"),
  /** Argon2id memory. */
  SIGN_IN_MEMORY("sign-in.argon2-memory-kib", "12288", "memory of one password check, in KiB"),
  /** Argon2id iterations. */
  SIGN_IN_ITERATIONS("sign-in.argon2-iterations", "3", "passes over that memory"),
  /** Argon2id lanes. */
  SIGN_IN_PARALLELISM("sign-in.argon2-parallelism", "1", "lanes of that memory"),
  /** Checks at once. */
  SIGN_IN_CONCURRENCY(
      "sign-in.concurrency",
      "",
      "passwords checked at once; default: one for each core, if half the heap has room"),
  /** Waiting for a check. */
  SIGN_IN_QUEUE_WAIT("sign-in.queue-wait", "PT10S", "how long a sign-in waits in the queue"),
  /** RFC 6749 §4.1.2. */
  TOKENS_CODE("tokens.code-lifetime", "PT60S", "the lifetime of an authorization code"),
  /** Access tokens. */
  TOKENS_ACCESS("tokens.access-token-lifetime", "PT5M", "the lifetime of an access token"),
  /** ID tokens. */
  TOKENS_ID("tokens.id-token-lifetime", "PT5M", "the lifetime of an ID token"),
  /** Unused refresh tokens. */
  TOKENS_REFRESH_IDLE(
      "tokens.refresh-token-idle", "P30D", "how long a refresh token lives without use"),
  /** Refresh tokens. */
  TOKENS_REFRESH("tokens.refresh-token-lifetime", "P90D", "how long one grant can be refreshed"),
  /** Rotation. */
  TOKENS_GRACE(
      "tokens.refresh-grace", "PT10S", "how long a rotated refresh token may be sent again"),
  /** The master key; secret. */
  KEYS_MASTER("keys.master-key", "", "32 bytes in base64 that seal the signing keys"),
  /** Announcing a key. */
  KEYS_ANNOUNCE("keys.announce", "PT24H", "how long a new key is published before it signs"),
  /** Changing keys. */
  KEYS_ROTATE("keys.rotate", "P90D", "how long a key signs"),
  /** Retiring a key. */
  KEYS_RETIRE(
      "keys.retire",
      "",
      "how long a key is published after that; default: 24 h and the longest token lifetime"),
  /** Replacing keys that have leaked. */
  KEYS_ROTATE_AT_ONCE(
      "keys.rotate-at-once",
      "",
      "which keys are void, as after a leak, if made before a time: all@2026-03-01T12:00:00Z"),
  /** Clients' certificates. */
  MTLS_SOURCE(
      "mtls.certificate-from",
      "",
      "where certificates of clients come from: tls, or a header of the trusted proxies"),
  /** RFC 8705 §2.1. */
  MTLS_AUTHORITIES(
      "mtls.authorities",
      "",
      "PEM file of the authorities whose certificates authenticate clients"),
  /** RFC 8705 §5. */
  MTLS_ISSUER("mtls.issuer", "", "the URL for clients with certificates, if it is not the issuer"),
  /** Hosts of the operators' own. */
  OUTGOING_ALLOWED(
      "outgoing.allowed-hosts",
      "",
      "hosts that may be asked for clients although they are not public or not https");

  private static final List<SettingName> SECRETS =
      List.of(METRICS_TOKEN, DATABASE_PASSWORD, KEYS_MASTER);

  private static final Comparator<List<Setting>> BY_FIRST =
      Comparator.comparing(group -> group.get(0).key());

  private final String key;
  private final String standard;
  private final String meaning;

  SettingName(String key, String standard, String meaning) {
    this.key = key;
    this.standard = standard;
    this.meaning = meaning;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String standard() {
    return standard;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public boolean secret() {
    return SECRETS.contains(this);
  }

  /** These, and those of the features, in the order of docs/settings.md. */
  static List<Setting> with(Stream<SettingsGroup> groups) {
    var declared = groups.map(SettingsGroup::declared).sorted(BY_FIRST).flatMap(List::stream);
    return Stream.concat(Arrays.stream(values()), declared).toList();
  }
}
