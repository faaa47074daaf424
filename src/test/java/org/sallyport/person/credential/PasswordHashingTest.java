package org.sallyport.person.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.persistence.Race;

class PasswordHashingTest {
  private static final String BCRYPT = "abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu";
  private static final Optional<PasswordHash> COSTLY = bcrypt("$2b$14$");
  private static final Optional<PasswordHash> CHEAP = bcrypt("$2b$05$");

  @Test
  @Security(66)
  void a_crowd_that_waits_for_its_turn_leaves_threads_to_all_others() {
    var crowd = new Crowd(128);
    var hashing = crowd.hashing();
    try (crowd) {
      assertThatThrownBy(() -> hashing.inTurn(() -> true)).isInstanceOf(TooBusy.class);
    }
    assertThat(hashing.waiting()).isZero();
    assertThat(hashing.inTurn(() -> true)).isTrue();
  }

  @Test
  void of_costly_hashes_one_is_checked_at_a_time_and_others_need_not_wait_for_it() {
    var hashing =
        TestHashing.cheap(Map.of("sign-in.concurrency", "4", "sign-in.queue-wait", "PT0.2S"));
    hashing.inTurn(
        COSTLY,
        () -> {
          assertThat(hashing.isFull(COSTLY)).isTrue();
          assertThat(hashing.isFull(CHEAP)).isFalse();
          assertThatThrownBy(() -> hashing.inTurn(COSTLY, () -> true)).isInstanceOf(TooBusy.class);
          assertThat(hashing.inTurn(CHEAP, () -> true)).isTrue();
          return hashing.inTurn(Optional.empty(), () -> true);
        });
    assertThat(hashing.isFull(COSTLY)).isFalse();
    assertThat(hashing.inTurn(COSTLY, () -> true)).isTrue();
  }

  @Test
  void a_crowd_with_costly_hashes_is_checked_one_by_one() {
    var hashing =
        TestHashing.cheap(Map.of("sign-in.concurrency", "4", "sign-in.queue-wait", "PT10S"));
    var at = new AtomicInteger();
    var most = new AtomicInteger();
    var done = Race.of(8, () -> hashing.inTurn(COSTLY, () -> counted(at, most)));
    assertThat(done).hasSize(8);
    assertThat(most).hasValue(1);
  }

  private static Optional<PasswordHash> bcrypt(String cost) {
    return Optional.of(PasswordHash.parse(cost + BCRYPT));
  }

  private static boolean counted(AtomicInteger at, AtomicInteger most) {
    most.accumulateAndGet(at.incrementAndGet(), Math::max);
    LockSupport.parkNanos(1_000_000);
    return at.decrementAndGet() == 0;
  }
}
