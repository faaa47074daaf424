package org.sallyport.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.persistence.Store;

/** The keys of a test as one node has them, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestKeys {
  /** When tests begin. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  static final Duration ANNOUNCE = Duration.ofHours(24);
  static final Duration ROTATE = Duration.ofDays(90);
  static final Duration RETIRE = Duration.ofHours(24);

  private TestKeys() {}

  /** A master key of its own. */
  public static MasterKey master() {
    return MasterKey.parse(Base64.getEncoder().encodeToString(Secrets.random(32)));
  }

  /** A node that has not started yet. */
  static LiveKeys node(Store store, Clock clock, MasterKey master) {
    var node = new LiveKeys();
    node.rows = new ServerKeys();
    node.rows.em = store.em();
    node.transactions = store.transactions();
    node.master = () -> master;
    node.settings = settings();
    node.audit = new Audit();
    node.clock = clock;
    return node;
  }

  /** A node that has started. */
  static LiveKeys started(Store store, Clock clock) {
    var node = node(store, clock, master());
    node.start();
    return node;
  }

  /** The signing keys of a node that has started. */
  public static SigningKeys signing(Store store, SettableClock clock) {
    return signing(started(store, clock));
  }

  static SigningKeys signing(LiveKeys node) {
    var keys = new SigningKeys();
    keys.keys = node;
    keys.clock = node.clock;
    return keys;
  }

  /** The secrets of a node that has started. */
  public static ServerSecrets secrets(Store store, SettableClock clock) {
    return secrets(started(store, clock));
  }

  static ServerSecrets secrets(LiveKeys node) {
    var secrets = new ServerSecrets();
    secrets.keys = node;
    secrets.clock = node.clock;
    return secrets;
  }

  /** Settings as they are by default, for the issuer {@code https://id.test}. */
  public static Settings settings() {
    return new Settings(
        "https://id.test",
        Path.of("data"),
        new Settings.Database(
            "jdbc:h2:mem:keys", "sa", "", 5, Duration.ofSeconds(3), Duration.ofSeconds(5)),
        new Settings.SignIn(47_104, 1, 1, 2, Duration.ofSeconds(2)),
        new Settings.Tokens(
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofSeconds(10)),
        new Settings.Sessions(Duration.ofHours(12), Duration.ofHours(2)),
        new Settings.Keys(Optional.empty(), Path.of("master.key"), ANNOUNCE, ROTATE, RETIRE));
  }
}
