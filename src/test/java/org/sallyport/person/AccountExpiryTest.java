package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.platform.audit.AuditEvent.PersonChanged;
import org.sallyport.platform.audit.TestAudits;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Subject;

/** An account that may be used until a date. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class AccountExpiryTest {
  private static final Instant NOW = StoredPeople.NOW;
  private static final Instant END = NOW.plus(Duration.ofDays(1));
  private static final Instant AFTER = END.plusSeconds(1);

  private final List<Object> told = new ArrayList<>();

  @StoreTest
  void it_is_disabled_for_good_once_its_time_is_over(Store store) {
    apply(store, NOW, END);
    assertThat(sweep(store, END.minusSeconds(1))).isZero();
    assertThat(alice(store).enabled()).isTrue();
    assertThat(sweep(store, AFTER)).isEqualTo(1);
    assertThat(alice(store).enabled()).isFalse();
    assertThat(alice(store).voids(NOW)).isTrue();
    assertThat(told).containsExactly(new PersonChanged(new Subject("alice"), "expired"));
    assertThat(sweep(store, AFTER)).isZero();
  }

  @StoreTest
  void a_later_date_enables_it_again_but_revives_nothing(Store store) {
    apply(store, NOW, END);
    sweep(store, AFTER);
    apply(store, AFTER, AFTER.plusSeconds(60));
    assertThat(alice(store).enabled()).isTrue();
    assertThat(alice(store).voids(NOW)).isTrue();
  }

  @StoreTest
  void an_entry_whose_date_is_over_joins_disabled(Store store) {
    apply(store, AFTER, END);
    assertThat(alice(store).enabled()).isFalse();
    assertThat(sweep(store, AFTER)).isZero();
  }

  @StoreTest
  void a_date_without_offset_is_refused_and_says_how_to_write_it(Store store) {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    for (var wrong : new String[] {"2027-03-31", "2027-03-31T18:00:00", "tomorrow"}) {
      var section = "[{\"username\": \"alice\", \"expires_at\": \"%s\"}]".formatted(wrong);
      assertThatThrownBy(() -> StoredPeople.apply(store, clock, section))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("expires_at")
          .hasMessageContaining("2027-03-31T18:00:00Z");
    }
  }

  private int sweep(Store store, Instant now) {
    var expiry = new AccountExpiry();
    expiry.em = store.em();
    expiry.people = StoredPeople.of(store);
    expiry.audit = TestAudits.telling((event, entry, shown) -> told.add(event));
    return store.inTransaction(() -> expiry.sweep(now, 100));
  }

  private static void apply(Store store, Instant now, Instant end) {
    StoredPeople.apply(
        store,
        Clock.fixed(now, ZoneOffset.UTC),
        "[{\"username\": \"alice\", \"sub\": \"alice\", \"expires_at\": \"%s\"}]".formatted(end));
  }

  private static Person alice(Store store) {
    return store.inTransaction(() -> StoredPeople.of(store).byUsername("alice").orElseThrow());
  }
}
