package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.platform.config.TestSettings;

class HashingTest {
  @Test
  @Security(66)
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  void a_crowd_that_waits_for_its_turn_leaves_threads_to_all_others() throws Exception {
    var hashing = new Hashing();
    hashing.settings =
        TestSettings.with(Map.of("sign-in.concurrency", "1", "sign-in.queue-wait", "PT10S"));
    hashing.open();
    var turn = new CountDownLatch(1);
    var crowd = Executors.newCachedThreadPool();
    try {
      for (var i = 0; i < 129; i++) {
        crowd.execute(() -> hashing.inTurn(() -> awaited(turn)));
      }
      Poll.until(Duration.ofSeconds(20), () -> hashing.waiting() == 128);
      assertThatThrownBy(() -> hashing.inTurn(() -> true)).isInstanceOf(TooBusy.class);
    } finally {
      turn.countDown();
      crowd.shutdown();
    }
    Poll.until(Duration.ofSeconds(20), () -> hashing.waiting() == 0);
    assertThat(hashing.inTurn(() -> true)).isTrue();
  }

  private static boolean awaited(CountDownLatch turn) {
    try {
      turn.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
