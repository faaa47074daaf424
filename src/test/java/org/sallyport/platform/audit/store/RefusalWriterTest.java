package org.sallyport.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.AuditEvent.SignInRefused;
import org.sallyport.platform.audit.AuditEvent.SignedIn;
import org.sallyport.platform.audit.AuditParties;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.audit.TestAudits;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class RefusalWriterTest {
  private static final ClientId SPA = new ClientId("spa");

  private final SettableClock clock = new SettableClock(Refusals.NOW);

  @StoreTest
  void a_request_that_is_refused_writes_nothing_itself(Store store) {
    var audit = TestAuditStore.of(store, clock);
    var refusal = Refusals.request();

    TestAudits.telling(audit).record(refusal);
    assertThat(store.count("audit_event", "1 = 1")).isZero();

    audit.refusals.write();
    var kept = store.inTransaction(() -> events(store).ofCase(refusal.number())).get(0);
    assertThat(kept.entry().event()).isEqualTo("request_refused");
    assertThat(kept.entry().deed()).isFalse();
    assertThat(kept.at()).isEqualTo(Refusals.NOW);
  }

  @StoreTest
  void a_flood_of_strangers_drops_theirs_and_counts_them_but_no_persons_and_no_clients(
      Store store) {
    var audit = TestAuditStore.of(store, clock);
    var recorded = TestAudits.telling(audit);
    flood(recorded, 300, 30);
    var client = new RequestRefused(CaseNumber.next(), "/oauth2/token", "e", "r", Optional.of(SPA));
    var made = new ClientId("made-up");
    flood(recorded, 300, 30);
    recorded.record(client);
    var shown = new SignInRefused(CaseNumber.next(), "alice", "wrong", Optional.empty());
    recorded.recordShown(shown);
    recorded.record(
        new RequestRefused(CaseNumber.next(), "/oauth2/token", "e", "r", Optional.of(made)));

    audit.refusals.write();

    // 600 in a minute of all strangers together, of the 18,001 that there were.
    assertThat(store.count("audit_event", "client_id is null and subject is null")).isEqualTo(600);
    assertThat(store.inTransaction(() -> events(store).ofCase(client.number()))).hasSize(1);
    assertThat(store.inTransaction(() -> events(store).ofCase(shown.number()))).hasSize(1);
    assertThat(store.count("audit_event", "client_id = 'made-up'")).isZero();
    assertThat(dropped(store)).isEqualTo(18_001 - 600);
  }

  private static void flood(Audit audit, int networks, int each) {
    for (var network = 0; network < networks; network++) {
      Audit.comesFrom("198.51.%d.%d".formatted(network / 200, network % 200));
      IntStream.range(0, each).forEach(i -> audit.record(Refusals.request()));
    }
    Audit.comesFromNowhere();
  }

  @StoreTest
  void a_number_that_was_dropped_is_told_to_be_not_kept_with_how_many_were_not(Store store) {
    var writer = TestAuditStore.writer(store);
    var all = IntStream.range(0, 70).mapToObj(i -> Refusals.refusal()).toList();
    all.forEach(r -> writer.take(r, false));
    writer.write();

    var number = all.get(69).entry().number().orElseThrow();
    var story = store.inTransaction(() -> events(store).story(number));

    assertThat(story.isKept()).isFalse();
    assertThat(story.notKept())
        .containsExactly(new CaseStory.NotKept(minute(), "request_refused", 10));
  }

  @StoreTest
  void counts_of_one_minute_add_up_over_nodes_and_time(Store store) {
    for (var writer : List.of(TestAuditStore.writer(store), TestAuditStore.writer(store))) {
      IntStream.range(0, 65).forEach(i -> writer.take(Refusals.refusal(), false));
      writer.write();
      writer.take(Refusals.refusal(), false);
      writer.write();
    }

    assertThat(dropped(store)).isEqualTo(12);
  }

  @StoreTest
  void while_the_database_is_away_refusals_wait_and_nothing_is_written_twice(Store store) {
    var writer = TestAuditStore.writer(store);
    var there = writer.transactions;
    writer.transactions = away();
    IntStream.range(0, 66).forEach(i -> writer.take(Refusals.refusal(), false));

    assertThatThrownBy(writer::write).hasRootCauseInstanceOf(SQLTransientException.class);
    writer.transactions = there;
    writer.write();
    writer.write();

    assertThat(store.count("audit_event", "1 = 1")).isEqualTo(60);
    assertThat(dropped(store)).isEqualTo(6);
  }

  @StoreTest
  void one_that_cannot_be_written_keeps_none_of_the_others(Store store) {
    var writer = TestAuditStore.writer(store);
    var good = Refusals.refusal();
    var entry = good.entry();
    var actor = Optional.of("x".repeat(256));
    var parties = new AuditParties(Optional.empty(), Optional.empty(), actor, Optional.empty());
    var bad = new AuditEntry("bad", false, entry.number(), parties, entry.detail());
    writer.take(Refusals.refusal(), false);
    writer.take(StoredEvent.now(bad, Refusals.NOW), false);
    writer.take(good, false);
    // As if the answer to its commit had been lost.
    store.run(() -> TestAuditStore.rows(store).add(List.of(good)));

    writer.write();

    assertThat(store.count("audit_event", "1 = 1")).isEqualTo(2);
    assertThat(store.count("audit_dropped", "reason = 'UNWRITABLE'")).isOne();
  }

  @StoreTest
  void any_number_of_requests_at_once_is_written_once_each(Store store) {
    var writer = TestAuditStore.writer(store);

    Race.of(
        8,
        () -> {
          IntStream.range(0, 25).forEach(i -> writer.take(Refusals.refusal(), true));
          writer.write();
          return true;
        });
    writer.write();

    assertThat(store.count("audit_event", "1 = 1")).isEqualTo(200);
  }

  @StoreTest
  void a_case_number_finds_what_happened_around_it(Store store) {
    var audit = TestAuditStore.of(store, clock);
    var recorded = TestAudits.telling(audit);
    var alice = new Subject("alice");
    Audit.comesFrom("192.0.2.7");
    store.run(() -> recorded.record(signedIn(alice, Optional.of(SPA))));
    clock.advance(Duration.ofMinutes(11));
    store.run(() -> recorded.record(signedIn(alice, Optional.empty())));
    clock.advance(Duration.ofMinutes(2));
    var refused = new SignInRefused(CaseNumber.next(), "alice", "wrong", Optional.of(SPA));
    recorded.recordShown(refused);
    store.run(() -> recorded.record(signedIn(new Subject("bob"), Optional.empty())));
    Audit.comesFrom("203.0.113.9");
    store.run(() -> recorded.record(signedIn(new Subject("carol"), Optional.of(SPA))));
    store.run(() -> recorded.record(signedIn(new Subject("dave"), Optional.empty())));
    Audit.comesFromNowhere();
    audit.refusals.write();

    var story = store.inTransaction(() -> events(store).story(refused.number()));

    assertThat(story.isKept()).isTrue();
    assertThat(story.events())
        .extracting(e -> e.entry().parties().subject().orElseThrow().value())
        .containsExactlyInAnyOrder("alice", "alice", "bob", "carol");
  }

  private static SignedIn signedIn(Subject subject, Optional<ClientId> client) {
    return new SignedIn(subject, new SessionId("x9"), client, "pwd");
  }

  private static Transactions away() {
    return new Transactions() {
      @Override
      public <T> T inNew(Supplier<T> work) {
        throw new IllegalStateException(new SQLTransientException("away"));
      }
    };
  }

  private static Instant minute() {
    return Refusals.NOW.truncatedTo(ChronoUnit.MINUTES);
  }

  private static long dropped(Store store) {
    var sum = "select coalesce(sum(dropped), 0) from audit_dropped";
    return store
        .inTransaction(() -> (Number) store.em().createNativeQuery(sum).getSingleResult())
        .longValue();
  }

  private static AuditEvents events(Store store) {
    return TestAuditStore.events(store);
  }
}
