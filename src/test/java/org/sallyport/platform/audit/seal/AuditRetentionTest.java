package org.sallyport.platform.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.audit.seal.TestSealer.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sallyport.SettableClock;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent.ConsentWithdrawn;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

class AuditRetentionTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final MasterKey master = TestKeys.master();

  @StoreTest
  void what_is_older_is_deleted_in_batches_and_the_rest_is_whole(Store store) {
    add(store, 5);
    clock.advance(Duration.ofDays(300));
    add(store, 4);
    clock.advance(Duration.ofDays(101));
    add(store, 3);
    var before = clock.instant();

    assertThat(sweep(store, before, 2)).isEqualTo(2);
    assertThat(verify(store, master, clock).faults()).isEmpty();
    assertThat(sweep(store, before, 2)).isEqualTo(2);
    assertThat(sweep(store, before, 2)).isOne();
    assertThat(sweep(store, before, 2)).isZero();

    var report = verify(store, master, clock);
    assertThat(report.faults()).isEmpty();
    assertThat(report.sealed()).isEqualTo(7);
    assertThat(store.count("audit_event", "chain_position <= 5")).isZero();
  }

  @StoreTest
  void the_audit_begins_with_the_newest_checkpoint_that_is_old_enough(Store store) {
    add(store, 5);
    clock.advance(Duration.ofDays(1));
    add(store, 2);
    clock.advance(Duration.ofDays(401));
    add(store, 1);

    assertThat(sweep(store, clock.instant(), 1_000)).isEqualTo(7);

    var report = verify(store, master, clock);
    assertThat(report.faults()).isEmpty();
    assertThat(report.sealed()).isOne();
    assertThat(report.checkpoints()).isEqualTo(2);
    assertThat(report.begin().orElseThrow()).startsWith("checkpoint 2 of 2026-01-03T");
  }

  @StoreTest
  void a_row_is_missed_after_the_beginning_as_before(Store store) {
    add(store, 5);
    clock.advance(Duration.ofDays(401));
    add(store, 4);
    sweep(store, clock.instant(), 1_000);

    store.sql("delete from audit_event where chain_position = 6");
    assertThat(verify(store, master, clock).faults())
        .containsExactly("rows are missing from 1/6 to before 1/7");
  }

  @StoreTest
  void an_audit_of_which_all_is_too_old_is_empty_and_whole(Store store) {
    add(store, 5);
    clock.advance(Duration.ofDays(401));
    assertThat(sweep(store, clock.instant(), 1_000)).isEqualTo(5);

    assertThat(verify(store, master, clock).faults()).isEmpty();
    add(store, 1);
    assertThat(verify(store, master, clock).faults()).isEmpty();
    assertThat(store.count("audit_event", "chain_position = 6")).isOne();
  }

  @StoreTest
  void nothing_is_deleted_that_is_not_old_enough_or_not_sealed(Store store) {
    add(store, 5);
    clock.advance(Duration.ofDays(399));
    assertThat(sweep(store, clock.instant(), 1_000)).isZero();
    clock.advance(Duration.ofDays(2));
    store.run(() -> TestAuditStore.rows(store).add(List.of(event())));
    clock.advance(Duration.ofDays(500));

    assertThat(sweep(store, clock.instant(), 1_000)).isEqualTo(5);
    assertThat(store.count("audit_event", "chain is null")).isOne();
  }

  @StoreTest
  void an_export_goes_on_behind_what_was_deleted_and_says_so(Store store) throws Exception {
    add(store, 5);
    clock.advance(Duration.ofDays(1));
    add(store, 2);
    clock.advance(Duration.ofDays(401));
    add(store, 3);
    sweep(store, clock.instant(), 1_000);
    var lines = new ArrayList<String>();
    try (var connection = store.database().pool().getConnection()) {
      var old = new AuditCursor(1, 1, 3);
      assertThat(AuditExport.write(connection, old, 99, lines::add)).isFalse();
      assertThat(lines).isEmpty();
      var begin = AuditExport.begin(connection);
      assertThat(AuditCursor.parse(begin.toString())).contains(begin);
      assertThat(AuditExport.write(connection, begin, 99, lines::add)).isTrue();
    }
    assertThat(lines).hasSize(3);
  }

  private int sweep(Store store, Instant now, int most) {
    return store.inTransaction(() -> TestSealer.retention(store).sweep(now, most));
  }

  private void add(Store store, int rows) {
    var events = IntStream.range(0, rows).mapToObj(i -> event()).toList();
    store.run(() -> TestAuditStore.rows(store).add(events));
    TestSealer.seal(store, master, clock);
  }

  private StoredEvent event() {
    var event = new ConsentWithdrawn(new Subject("alice"), new ClientId("spa"));
    var entry = AuditEntry.of(event, Optional.empty());
    return new StoredEvent(TimeOrderedId.next(clock.instant()), clock.instant(), entry);
  }
}
