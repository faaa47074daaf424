package org.sallyport.platform.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.clock.ClockAgreement;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

class SweeperTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ExpiredRows TOKENS = new ExpiredRows("revoked_token", "jti");

  @StoreTest
  void expired_rows_are_swept_and_others_stay(Store store) {
    insert(store, 2_500, NOW.minusSeconds(1));
    insert(store, 3, NOW);

    sweep(store, NOW, tokens(store));

    assertThat(store.count("revoked_token", "1 = 1")).isEqualTo(3);
  }

  @StoreTest
  void a_batch_is_no_larger_than_asked(Store store) {
    insert(store, 30, NOW.minusSeconds(1));

    assertThat(store.inTransaction(() -> tokens(store).sweep(NOW, 10))).isEqualTo(10);
    assertThat(store.count("revoked_token", "1 = 1")).isEqualTo(20);
  }

  @StoreTest
  void a_row_that_a_request_holds_is_not_waited_for(Store store) {
    insert(store, 2, NOW.minusSeconds(1));

    store.run(
        () -> {
          hold(store);
          assertThat(store.inTransaction(() -> tokens(store).sweep(NOW, 10))).isEqualTo(1);
        });
  }

  @StoreTest
  void one_node_sweeps_at_a_time(Store store) {
    insert(store, 1, NOW.minusSeconds(1));
    assertThat(take(store, NOW)).isTrue();

    sweep(store, NOW, tokens(store));

    assertThat(store.count("revoked_token", "1 = 1")).isEqualTo(1);
  }

  @StoreTest
  void another_node_takes_over_when_the_first_was_silent_for_a_minute(Store store) {
    insert(store, 1, NOW.minusSeconds(1));
    assertThat(take(store, NOW)).isTrue();

    sweep(store, NOW.plusSeconds(61), tokens(store));

    assertThat(store.count("revoked_token", "1 = 1")).isZero();
  }

  @StoreTest
  void a_node_that_died_while_its_clock_was_ahead_does_not_keep_the_lease(Store store) {
    insert(store, 1, NOW.minusSeconds(1));
    assertThat(take(store, NOW.plus(Duration.ofDays(100)))).isTrue();

    sweep(store, NOW, tokens(store));

    assertThat(store.count("revoked_token", "1 = 1")).isZero();
  }

  @StoreTest
  void nothing_is_swept_while_the_clocks_disagree(Store store) {
    insert(store, 1, NOW.minusSeconds(1));

    sweep(store, Optional::empty, tokens(store));

    assertThat(store.count("revoked_token", "1 = 1")).isEqualTo(1);
  }

  @StoreTest
  void what_cannot_be_swept_does_not_keep_the_rest(Store store) {
    insert(store, 1, NOW.minusSeconds(1));

    sweep(store, NOW, sweepable(store, "no_such_table"), tokens(store));

    assertThat(store.count("revoked_token", "1 = 1")).isZero();
  }

  private static boolean take(Store store, Instant now) {
    return store.inTransaction(() -> lease(store).take(now));
  }

  private static Sweepable tokens(Store store) {
    return sweepable(store, TOKENS.table());
  }

  private static Sweepable sweepable(Store store, String table) {
    return new Sweepable() {
      @Override
      public String name() {
        return table;
      }

      @Override
      public int sweep(Instant now, int most) {
        return new ExpiredRows(table, "jti").delete(store.em(), now, most);
      }
    };
  }

  private static void hold(Store store) {
    store
        .em()
        .createNativeQuery("update revoked_token set jti = jti where jti like '%-0'")
        .executeUpdate();
  }

  private static void insert(Store store, int rows, Instant expiresAt) {
    store.run(
        () -> {
          for (int i = 0; i < rows; i++) {
            store
                .em()
                .createNativeQuery("insert into revoked_token (jti, expires_at) values (:jti, :at)")
                .setParameter("jti", expiresAt + "-" + i)
                .setParameter("at", expiresAt)
                .executeUpdate();
          }
        });
  }

  private static void sweep(Store store, Instant now, Sweepable... due) {
    sweep(store, () -> Optional.of(now), due);
  }

  private static void sweep(Store store, ClockAgreement agreement, Sweepable... due) {
    new SweepRound(store.transactions(), lease(store), agreement).sweep(List.of(due));
  }

  private static Lease lease(Store store) {
    return new Lease("sweeper", store.em());
  }
}
