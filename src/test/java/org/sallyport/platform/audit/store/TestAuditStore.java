package org.sallyport.platform.audit.store;

import java.time.Clock;
import java.util.List;
import org.sallyport.Beans;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.TestAudits;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Store;

/** The audit store of a test, over a real database. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestAuditStore {
  private TestAuditStore() {}

  /** Writes rows in the transaction that runs. */
  public static AuditRows rows(Store store) {
    var rows = new AuditRows();
    rows.em = store.em();
    return rows;
  }

  /** What is told of every event; the client {@code spa} is registered. */
  static AuditStore of(Store store, Clock clock) {
    var audit = new AuditStore();
    audit.rows = rows(store);
    audit.refusals = writer(store);
    audit.clients = new Beans<>(List.of(id -> id.value().equals("spa")));
    audit.clock = clock;
    return audit;
  }

  /** The audit of a node, which writes deeds into this store. */
  public static Audit audit(Store store, Clock clock) {
    return TestAudits.telling(of(store, clock));
  }

  /** What writes refusals; by itself it never does. */
  static RefusalWriter writer(Store store) {
    var writer = new RefusalWriter();
    writer.rows = rows(store);
    writer.em = store.em();
    writer.transactions = store.transactions();
    return writer;
  }

  /** What tends the months of the audit; by itself it never does. */
  static AuditPartitions partitions(Store store, Clock clock) {
    var partitions = new AuditPartitions();
    partitions.em = store.em();
    partitions.transactions = store.transactions();
    partitions.kept = TestSettings.read(new AuditSettings());
    partitions.clock = clock;
    return partitions;
  }

  /** Reads the events of this store, and what these sources tell. */
  public static AuditEvents events(Store store, AuditSource... sources) {
    var events = new AuditEvents();
    events.em = store.em();
    events.sources = new Beans<>(List.of(sources));
    return events;
  }
}
