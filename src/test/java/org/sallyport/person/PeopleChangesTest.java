package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sallyport.SettableClock;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Subject;

class PeopleChangesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String ALICE =
      """
      {"username": "alice", "sub": "a", "password": "correct horse battery"%s}
      """;
  private static final String BOB = "{\"username\": \"bob\", \"sub\": \"b\"}";

  private final SettableClock clock = new SettableClock(NOW);

  @StoreTest
  void what_the_file_changes_of_a_person_is_told_of_that_person(Store store) {
    apply(store, ALICE.formatted(""), BOB);
    apply(store, ALICE.formatted(""), BOB);
    apply(store, ALICE.formatted(", \"groups\": [\"staff\"]"), BOB);
    apply(store, ALICE.formatted(", \"enabled\": false"), BOB);
    apply(store, ALICE.formatted("").replace("horse", "donkey"), BOB);
    apply(store, BOB);

    assertThat(told(store, "a"))
        .containsExactlyInAnyOrder(
            "person_changed {change=left}",
            "credential_assigned {credential=password}",
            "person_changed {change=enabled}",
            "person_changed {change=disabled}",
            "person_changed {change=changed}",
            "person_changed {change=joined}");
    assertThat(told(store, "b")).containsExactly("person_changed {change=joined}");
    assertThat(store.count("audit_event", "actor = 'configuration'")).isEqualTo(7);
  }

  @StoreTest
  void a_file_that_is_refused_has_changed_nothing(Store store) {
    apply(store, BOB);

    assertThatThrownBy(() -> apply(store, BOB, "{\"username\": \"bob\", \"sub\": \"c\"}"))
        .isInstanceOf(ConfigurationException.class);

    assertThat(store.count("audit_event", "1 = 1")).isOne();
  }

  private void apply(Store store, String... people) {
    StoredPeople.apply(store, clock, "[" + String.join(",", people) + "]");
    clock.advance(Duration.ofHours(2));
  }

  private static List<String> told(Store store, String subject) {
    var events = TestAuditStore.events(store);
    return store.inTransaction(() -> events.of(new Subject(subject), Instant.EPOCH, 100)).stream()
        .map(e -> e.entry().event() + " " + e.entry().detail())
        .toList();
  }
}
