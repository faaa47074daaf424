package org.sallyport.platform.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** What may be used once is used once, however many try at the same moment. */
@Spec("RFC 7523 §3")
class UsedOnceTest {
  private static final Instant LATER = Instant.parse("2026-01-02T03:04:05Z");

  @StoreTest
  void the_first_use_is_the_only_one(Store store) {
    assertThat(use(store, "assertion", "a")).isTrue();
    assertThat(use(store, "assertion", "a")).isFalse();
    assertThat(use(store, "assertion", "b")).isTrue();
  }

  @StoreTest
  void the_same_value_of_another_kind_is_another_one(Store store) {
    assertThat(use(store, "assertion", "a")).isTrue();
    assertThat(use(store, "proof", "a")).isTrue();
  }

  @StoreTest
  void of_many_at_once_exactly_one_is_first(Store store) {
    for (var round = 0; round < 10; round++) {
      var value = "round " + round;
      var uses = Race.of(8, () -> Race.unlessKeptWaiting(() -> use(store, "assertion", value)));
      assertThat(uses).containsOnlyOnce(true);
    }
  }

  @StoreTest
  void what_was_rolled_back_was_not_used(Store store) {
    var used = TestUsedOnce.in(store);
    try {
      store.run(
          () -> {
            used.first("assertion", "a", LATER);
            throw new IllegalStateException("a fault");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("a fault");
    }
    assertThat(use(store, "assertion", "a")).isTrue();
  }

  @StoreTest
  void it_is_swept_when_its_time_has_passed(Store store) {
    use(store, "assertion", "a");
    var used = TestUsedOnce.in(store);
    assertThat(store.inTransaction(() -> used.sweep(LATER, 100))).isZero();
    assertThat(store.inTransaction(() -> used.sweep(LATER.plusSeconds(1), 100))).isEqualTo(1);
  }

  private static boolean use(Store store, String kind, String value) {
    var used = TestUsedOnce.in(store);
    return store.inTransaction(() -> used.first(kind, value, LATER));
  }
}
