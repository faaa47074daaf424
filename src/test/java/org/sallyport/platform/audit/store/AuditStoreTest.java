package org.sallyport.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent;
import org.sallyport.platform.audit.AuditEvent.ClientTokenIssued;
import org.sallyport.platform.audit.AuditEvent.ConsentGiven;
import org.sallyport.platform.audit.AuditEvent.GrantEnded;
import org.sallyport.platform.audit.AuditEvent.GrantIssued;
import org.sallyport.platform.audit.AuditEvent.SignedIn;
import org.sallyport.platform.audit.AuditEvent.SignedOut;
import org.sallyport.platform.audit.AuditParties;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.audit.TestAudits;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

class AuditStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901234Z");
  private static final Subject ALICE = new Subject("alice");
  private static final ClientId SPA = new ClientId("spa");
  private static final AuditEvent SIGNED_IN =
      new SignedIn(ALICE, new SessionId("x9"), Optional.of(SPA), "pwd");

  private final SettableClock clock = new SettableClock(NOW);

  @StoreTest
  void a_deed_is_a_row_of_its_transaction(Store store) {
    Audit.comesFrom("192.0.2.7");
    store.run(() -> audit(store).record(SIGNED_IN));
    Audit.comesFromNowhere();

    var event = ofAlice(store).get(0);
    assertThat(event.at()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678901Z"));
    assertThat(event.entry())
        .isEqualTo(
            new AuditEntry(
                "signed_in",
                true,
                Optional.empty(),
                new AuditParties(
                    Optional.of(ALICE),
                    Optional.of(SPA),
                    Optional.empty(),
                    Optional.of("192.0.2.7")),
                Map.of("session", "x9", "amr", "pwd")));
  }

  @StoreTest
  void a_deed_that_is_rolled_back_leaves_no_row(Store store) {
    assertThatThrownBy(
            () ->
                store.run(
                    () -> {
                      audit(store).record(SIGNED_IN);
                      throw new IllegalStateException("the deed fails");
                    }))
        .hasMessage("the deed fails");

    assertThat(store.count("audit_event", "1 = 1")).isZero();
  }

  @StoreTest
  void a_deed_that_cannot_be_written_down_is_not_done(Store store) {
    assertThatThrownBy(() -> audit(store).record(SIGNED_IN))
        .isInstanceOf(IllegalStateException.class);
  }

  @StoreTest
  void what_the_row_of_a_grant_tells_and_tokens_of_clients_are_no_rows(Store store) {
    var grant = new GrantId(TimeOrderedId.next(NOW));
    store.run(
        () -> {
          audit(store).record(new GrantIssued(grant, ALICE, SPA, Scopes.parse("openid")));
          audit(store).record(new ClientTokenIssued(SPA, Scopes.parse("notes.read")));
        });

    assertThat(store.count("audit_event", "1 = 1")).isZero();
  }

  @StoreTest
  void the_events_of_a_person_come_newest_first_and_only_so_many(Store store) {
    record(store, SIGNED_IN);
    clock.advance(Duration.ofSeconds(1));
    record(store, new ConsentGiven(ALICE, SPA, Scopes.parse("openid")));
    clock.advance(Duration.ofSeconds(1));
    record(store, new SignedOut(new Subject("bob"), new SessionId("x1"), "asked"));
    record(
        store, new GrantEnded(new GrantId(TimeOrderedId.next(NOW)), ALICE, SPA, "CODE_REPLAYED"));

    assertThat(names(ofAlice(store))).containsExactly("grant_ended", "consent_given", "signed_in");
    assertThat(names(store.inTransaction(() -> events(store).of(ALICE, NOW, 2))))
        .containsExactly("grant_ended", "consent_given");
    var since = NOW.plusSeconds(1);
    assertThat(names(store.inTransaction(() -> events(store).of(ALICE, since, 9))))
        .containsExactly("grant_ended", "consent_given");
  }

  @StoreTest
  void events_of_some_kinds_are_found_alone(Store store) {
    record(store, SIGNED_IN);
    clock.advance(Duration.ofSeconds(1));
    record(store, new ConsentGiven(ALICE, SPA, Scopes.parse("openid")));
    record(store, new SignedOut(ALICE, new SessionId("x1"), "asked"));

    var kinds = List.of("signed_in", "consent_given");
    var found = store.inTransaction(() -> events(store).of(ALICE, NOW.minusSeconds(1), kinds));
    assertThat(names(found)).containsExactly("consent_given", "signed_in");
    var later = NOW.plusSeconds(1);
    assertThat(names(store.inTransaction(() -> events(store).of(ALICE, later, kinds))))
        .containsExactly("consent_given");
  }

  @StoreTest
  void what_other_rows_tell_stands_among_them(Store store) {
    record(store, SIGNED_IN);
    clock.advance(Duration.ofSeconds(9));
    record(store, new ConsentGiven(ALICE, SPA, Scopes.parse("openid")));
    var entry = new AuditEntry("told", true, Optional.empty(), AuditParties.NONE, Map.of("a", "b"));
    var told = new StoredEvent(TimeOrderedId.next(NOW), NOW.plusSeconds(5), entry);
    var all = TestAuditStore.events(store, (c, subject, since, most) -> List.of(told));

    assertThat(names(store.inTransaction(() -> all.of(ALICE, NOW.minusSeconds(1), 9))))
        .containsExactly("consent_given", "told", "signed_in");
  }

  @StoreTest
  void any_text_is_kept_as_it_is_but_cut(Store store) {
    var odd = "a\u0000b\r\n\"\\ \u2028 é \ud83d\ude00 \ud83d" + "ü".repeat(5_000);
    var number = new CaseNumber("7K3M-Q9XD");
    var refused = new AuditEvent.RequestRefused(number, odd, odd, odd, Optional.of(SPA));
    var entry = AuditEntry.of(refused, Optional.of("fe80::1%" + "x".repeat(100)));
    store.run(() -> TestAuditStore.rows(store).add(List.of(StoredEvent.now(entry, NOW))));

    var kept = store.inTransaction(() -> events(store).ofCase(number)).get(0).entry();
    assertThat(kept.deed()).isFalse();
    assertThat(kept.number()).contains(number);
    assertThat(kept.parties().address().orElseThrow()).hasSize(64);
    assertThat(kept.detail()).containsOnlyKeys("endpoint", "error", "reason");
    assertThat(odd).startsWith(kept.detail().get("reason"));
    assertThat(kept.detail().get("reason")).hasSize(200);
  }

  @StoreTest
  void an_unknown_case_number_finds_nothing(Store store) {
    var unknown = new CaseNumber("0000-0000");

    assertThat(store.inTransaction(() -> events(store).ofCase(unknown))).isEmpty();
  }

  private Audit audit(Store store) {
    return TestAudits.telling(TestAuditStore.of(store, clock));
  }

  private void record(Store store, AuditEvent event) {
    store.run(() -> audit(store).record(event));
  }

  private static List<StoredEvent> ofAlice(Store store) {
    return store.inTransaction(() -> events(store).of(ALICE, NOW.minusSeconds(1), 100));
  }

  private static AuditEvents events(Store store) {
    return TestAuditStore.events(store);
  }

  private static List<String> names(List<StoredEvent> events) {
    return events.stream().map(e -> e.entry().event()).toList();
  }
}
