package org.sallyport.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Background background = background();

  private Background background() {
    var begun = new Background();
    begun.begin(
        work -> {
          var thread = new Thread(work);
          threads.add(thread);
          return thread;
        });
    return begun;
  }

  @AfterEach
  void ends() {
    background.end();
  }

  @Test
  void a_stalled_piece_of_work_keeps_no_other_waiting() throws Exception {
    var release = new CountDownLatch(1);
    var stalled = background.submit(() -> release.await(1, TimeUnit.MINUTES));
    assertThat(background.submit(() -> "done").get(10, TimeUnit.SECONDS)).isEqualTo("done");
    release.countDown();
    assertThat(stalled.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_fails_is_tried_again() throws Exception {
    var times = new AtomicInteger();
    var thrice = new CountDownLatch(3);
    background.every(
        SOON,
        SOON,
        () -> {
          thrice.countDown();
          if (times.incrementAndGet() < 3) {
            throw new IllegalStateException("time " + times);
          }
        });
    assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_runs_beside_the_timers_fails_and_runs_again_but_never_twice_at_once() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var thrice = new CountDownLatch(3);
    background.refreshingBeside(
        "it",
        SOON,
        SOON,
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
          running.decrementAndGet();
          thrice.countDown();
          throw new IllegalStateException("away");
        });
    assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most).hasValue(1);
  }

  @Test
  void no_thread_outlives_the_end() throws Exception {
    background.every(SOON, SOON, () -> {});
    background.submit(() -> 1).get(10, TimeUnit.SECONDS);
    var stalled = background.submit(() -> new CountDownLatch(1).await(1, TimeUnit.MINUTES));
    background.end();
    for (var thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
    assertThat(threads).hasSizeGreaterThan(2);
    assertThat(stalled).isDone();
    assertThatThrownBy(() -> background.submit(() -> 1))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
