package org.sallyport.platform.audit.seal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.sallyport.platform.audit.store.AuditSettings;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.persistence.Store;

/** What seals and verifies the audit of a test. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestSealer {
  static final Duration RETENTION = Duration.ofDays(400);

  private TestSealer() {}

  /** One node's; it does nothing by itself. */
  static Sealer node(Store store, MasterKey master, Clock clock) {
    var sealer = new Sealer();
    sealer.em = store.em();
    sealer.transactions = store.transactions();
    sealer.master = () -> master;
    sealer.clock = clock;
    return sealer;
  }

  /** Seals what is committed, and takes a checkpoint if one is due. */
  public static void seal(Store store, MasterKey master, Clock clock) {
    node(store, master, clock).work();
  }

  /** What deletes the audit that is too old. */
  static AuditRetention retention(Store store) {
    var retention = new AuditRetention();
    retention.em = store.em();
    retention.settings = TestSettings.read(new AuditSettings());
    return retention;
  }

  /** What a verification says now. */
  static AuditReport verify(Store store, MasterKey master, Clock clock) {
    return verify(store, master, new AuditBounds(clock.instant(), RETENTION, Map.of()));
  }

  /** What a verification says within these bounds. */
  static AuditReport verify(Store store, MasterKey master, AuditBounds bounds) {
    try (var connection = store.database().pool().getConnection()) {
      return AuditVerification.of(connection, master, bounds);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
