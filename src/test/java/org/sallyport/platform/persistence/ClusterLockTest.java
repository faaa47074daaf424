package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Nodes that start together apply the configuration one after the other. */
class ClusterLockTest {

  @StoreTest
  void work_done_by_many_at_once_is_done_one_after_the_other_and_each_sees_what_was_done(
      Store store) {
    var done =
        Race.of(
            6,
            () -> {
              TestTurns.in(store).take("test", () -> insertIfMissing(store));
              return true;
            });
    assertThat(done).hasSize(6);
    assertThat(store.count("revoked_token", "jti = 'once'")).isEqualTo(1);
  }

  @StoreTest
  void work_that_fails_leaves_nothing_and_gives_its_turn_back(Store store) {
    var turns = TestTurns.in(store);
    try {
      turns.take(
          "test",
          () -> {
            insertIfMissing(store);
            throw new IllegalStateException("refused");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("refused");
    }
    assertThat(store.count("revoked_token", "jti = 'once'")).isZero();
    turns.take("test", () -> insertIfMissing(store));
    assertThat(store.count("revoked_token", "jti = 'once'")).isEqualTo(1);
  }

  @StoreTest
  void work_may_think_longer_than_a_request_may(Store store) {
    TestTurns.in(store).take("test", () -> insertAfter(Duration.ofSeconds(6), store));
    assertThat(store.count("revoked_token", "jti = 'once'")).isEqualTo(1);
  }

  private static void insertAfter(Duration thought, Store store) {
    try {
      Thread.sleep(thought.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    insertIfMissing(store);
  }

  private static void insertIfMissing(Store store) {
    var em = store.em();
    var missing =
        em.createNativeQuery("select jti from revoked_token where jti = 'once'")
            .getResultList()
            .isEmpty();
    if (missing) {
      em.createNativeQuery("insert into revoked_token values ('once', current_timestamp)")
          .executeUpdate();
    }
  }
}
