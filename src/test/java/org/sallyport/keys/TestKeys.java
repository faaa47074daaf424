package org.sallyport.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.SignatureProvider;
import org.sallyport.platform.crypto.TestSignatures;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.UnreadableRows;

/** The keys of a test as one node has them, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestKeys {
  /** When tests begin. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  static final Duration ANNOUNCE = TestSettings.standard().keys().announce();
  static final Duration ROTATE = TestSettings.standard().keys().rotate();
  static final Duration RETIRE = TestSettings.standard().keys().retire();

  private static final SignatureProvider SIGNATURES = TestSignatures.provider();

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
    node.settings = TestSettings.standard();
    node.signatures = SIGNATURES;
    node.audit = new Audit();
    node.unreadable = new UnreadableRows();
    node.clock = clock;
    node.agreement = () -> Optional.of(clock.instant());
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

  /** The signing keys of a node whose key set has been fetched before. */
  public static SigningKeys published(Store store, SettableClock clock) {
    var keys = signing(store, clock);
    keys.keys.beginPublishing();
    return keys;
  }

  /** Lets a year pass, in which the keys rotate. */
  public static void age(SigningKeys keys, SettableClock clock) {
    for (int month = 0; month < 12; month++) {
      clock.advance(Duration.ofDays(30));
      keys.keys.refresh();
    }
  }

  /** Voids keys, a second later. */
  public static void leak(SigningKeys keys, String which, SettableClock clock) {
    clock.advance(Duration.ofSeconds(1));
    keys.keys.rotateAtOnce(which, clock.instant());
  }

  static SigningKeys signing(LiveKeys node) {
    var keys = new SigningKeys();
    keys.keys = node;
    keys.clock = node.clock;
    return keys;
  }

  /** What opens what was encrypted to the keys of the same node. */
  public static DecryptionKeys decrypting(SigningKeys signing) {
    var keys = new DecryptionKeys();
    keys.keys = signing.keys;
    keys.clock = signing.clock;
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
}
