package org.sallyport.platform.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.audit.seal.TestSealer.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.sallyport.SettableClock;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent.SignedIn;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

class SealerTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final MasterKey master = TestKeys.master();

  @StoreTest
  void rows_that_are_committed_are_chained_and_those_that_are_not_wait(Store store) {
    var sealer = node(store);
    add(store, 3);
    store.run(
        () -> {
          TestAuditStore.rows(store).add(List.of(event()));
          assertThat(sealer.seal()).isEqualTo(3);
        });

    assertThat(verify(store, master, clock).unsealed()).isOne();
    assertThat(sealer.seal()).isOne();
    assertThat(sealer.seal()).isZero();

    var report = verify(store, master, clock);
    assertThat(report.faults()).isEmpty();
    assertThat(report.sealed()).isEqualTo(4);
    assertThat(report.unsealed()).isZero();
    assertThat(store.count("audit_chain", "chain_position = 4")).isOne();
  }

  @StoreTest
  void nodes_that_seal_at_once_wait_for_nobody_and_seal_each_row_once(Store store) {
    add(store, 2_500);
    Callable<Long> node =
        () -> {
          var sealer = node(store);
          var sum = 0L;
          for (var round = 0; round < 6; round++) {
            sum += sealer.seal();
          }
          return sum;
        };

    var sealed = Race.of(4, node);

    assertThat(sealed.stream().mapToLong(s -> s).sum()).isEqualTo(2_500);
    node(store).checkpoint();
    var report = verify(store, master, clock);
    assertThat(report.faults()).isEmpty();
    assertThat(report.sealed()).isEqualTo(2_500);
  }

  @StoreTest
  void rows_written_while_nodes_seal_are_all_sealed_in_the_end(Store store) {
    Callable<Long> writer =
        () -> {
          IntStream.range(0, 40).forEach(i -> add(store, 5));
          return 0L;
        };
    Callable<Long> node =
        () -> {
          var sealer = node(store);
          IntStream.range(0, 40).forEach(i -> sealer.work());
          return 0L;
        };

    Race.of(List.of(writer, writer, node, node));
    node(store).work();

    var report = verify(store, master, clock);
    assertThat(report.faults()).isEmpty();
    assertThat(report.sealed()).isEqualTo(400);
  }

  @StoreTest
  void a_node_goes_on_with_the_chain_of_one_that_is_gone(Store store) {
    add(store, 2);
    node(store).seal();
    add(store, 2);
    node(store).seal();

    assertThat(store.count("audit_chain", "1 = 1")).isOne();
    assertThat(store.count("audit_event", "chain = 1 and chain_position in (1, 2, 3, 4)"))
        .isEqualTo(4);
  }

  @StoreTest
  void a_checkpoint_is_taken_once_a_minute_and_only_when_something_is_new(Store store) {
    var sealer = node(store);
    assertThat(sealer.checkpoint()).isEmpty();
    add(store, 1);
    sealer.seal();
    assertThat(sealer.checkpoint()).isPresent();
    add(store, 1);
    sealer.seal();
    assertThat(sealer.checkpoint()).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(sealer.checkpoint()).isPresent();
    clock.advance(Duration.ofSeconds(60));
    assertThat(sealer.checkpoint()).isEmpty();

    var report = verify(store, master, clock);
    assertThat(report.faults()).isEmpty();
    assertThat(report.checkpoints()).isEqualTo(2);
  }

  @StoreTest
  void of_nodes_that_take_a_checkpoint_at_once_one_does(Store store) {
    add(store, 1);
    node(store).seal();

    var taken = Race.of(4, () -> node(store).checkpoint().isPresent());

    assertThat(taken).contains(true);
    assertThat(store.count("audit_checkpoint", "1 = 1")).isOne();
  }

  @StoreTest
  void a_row_that_was_changed_is_told(Store store) {
    whole(store);
    for (var column : List.of("event", "case_number", "subject", "client_id", "actor", "detail")) {
      var place = "chain_position = 2";
      store.sql("update audit_event set %1$s = 'x' where %2$s".formatted(column, place));

      assertThat(verify(store, master, clock).faults())
          .as(column)
          .anyMatch(f -> f.matches("row .* at 1/2 was changed"));
      store.empty();
      whole(store);
    }
    store.sql("update audit_event set deed = false where chain_position = 3");
    assertThat(verify(store, master, clock).isWhole()).isFalse();
  }

  @StoreTest
  void rows_that_were_taken_out_are_told(Store store) {
    whole(store);
    store.sql("delete from audit_event where chain_position in (2, 3)");

    assertThat(verify(store, master, clock).faults())
        .containsExactly("rows are missing from 1/2 to before 1/4");
  }

  @StoreTest
  void the_oldest_rows_cannot_be_taken_out_as_if_they_were_too_old(Store store) {
    whole(store);
    clock.advance(Duration.ofMinutes(2));
    add(store, 5);
    node(store).work();
    store.sql("delete from audit_event where chain_position <= 5");
    store.sql("delete from audit_checkpoint where checkpoint_number = 1");

    assertThat(verify(store, master, clock).faults())
        .anyMatch(f -> f.contains("which is later than audit.retention allows"));
  }

  @StoreTest
  void the_newest_rows_cannot_be_taken_out_with_the_note_of_them(Store store) {
    whole(store);
    store.sql("delete from audit_event where chain_position > 3");
    assertThat(verify(store, master, clock).faults()).contains("rows are missing from 1/4 to 1/5");

    store.sql(
        "update audit_chain set chain_position = 3,"
            + " hash = (select hash from audit_event where chain_position = 3)");
    assertThat(verify(store, master, clock).faults())
        .containsExactly("the newest checkpoint tells of a row at 1/5, which is missing");
  }

  @StoreTest
  void whoever_rolls_everything_back_is_told_by_a_checkpoint_that_was_kept_elsewhere(Store store) {
    whole(store);
    clock.advance(Duration.ofMinutes(2));
    add(store, 1);
    var sealer = node(store);
    sealer.seal();
    var second = sealer.checkpoint().orElseThrow();
    store.sql("delete from audit_event where chain_position = 6");
    store.sql("delete from audit_checkpoint where checkpoint_number = 2");
    store.sql(
        "update audit_chain set chain_position = 5,"
            + " hash = (select hash from audit_event where chain_position = 5)");
    assertThat(verify(store, master, clock).faults()).isEmpty();

    var known = Map.of(second.number(), second.mac());
    var bounds = new AuditBounds(clock.instant(), TestSealer.RETENTION, known);
    assertThat(verify(store, master, bounds).faults()).containsExactly("checkpoint 2 is missing");
    var other = new AuditBounds(clock.instant(), TestSealer.RETENTION, Map.of(1L, "other"));
    assertThat(verify(store, master, other).faults())
        .containsExactly("checkpoint 1 is not the one that was kept elsewhere");
  }

  @StoreTest
  void a_row_that_was_put_in_by_hand_is_told(Store store) {
    whole(store);
    add(store, 1);
    store.sql(
        "update audit_event set chain = 1, chain_position = 6, hash = 'made up', previous_hash ="
            + " (select hash from audit_chain) where chain is null");

    assertThat(verify(store, master, clock).faults())
        .anyMatch(f -> f.matches("row .* at 1/6 was changed"));
  }

  @StoreTest
  void an_audit_of_another_master_key_is_told(Store store) {
    whole(store);

    assertThat(verify(store, TestKeys.master(), clock).faults())
        .hasSize(6)
        .contains("checkpoint 1 was changed, or another master key has sealed it");
  }

  @StoreTest
  void rows_that_nobody_seals_are_told_after_a_while(Store store) {
    add(store, 2);
    assertThat(verify(store, master, clock).faults()).isEmpty();

    clock.advance(Duration.ofMinutes(11));
    assertThat(verify(store, master, clock).faults())
        .containsExactly("rows are not sealed, the oldest of " + NOW);
  }

  private void whole(Store store) {
    add(store, 5);
    node(store).work();
    assertThat(verify(store, master, clock).faults()).isEmpty();
  }

  private Sealer node(Store store) {
    return TestSealer.node(store, master, clock);
  }

  private void add(Store store, int rows) {
    var events = IntStream.range(0, rows).mapToObj(i -> event()).toList();
    store.run(() -> TestAuditStore.rows(store).add(events));
  }

  private StoredEvent event() {
    var event =
        new SignedIn(
            new Subject("alice"), new SessionId("x9"), Optional.of(new ClientId("spa")), "pwd");
    var entry = AuditEntry.of(event, Optional.of("192.0.2.7"));
    return new StoredEvent(TimeOrderedId.next(NOW), clock.instant(), entry);
  }
}
