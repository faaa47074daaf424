package org.sallyport.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;

class ProbeTest {
  private static long soon() {
    return System.nanoTime() + 20_000_000;
  }

  @Test
  void what_the_check_says_is_the_outcome() {
    var probe = new Probe(() -> Optional.of("it does not answer"));
    probe.begin(Runnable::run);
    assertThat(probe.outcome(soon())).contains("it does not answer");
  }

  @Test
  void a_check_that_breaks_is_a_problem_and_is_asked_again() {
    var calls = new AtomicInteger();
    var probe =
        new Probe(
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
              }
              return Optional.empty();
            });
    probe.begin(Runnable::run);
    assertThat(probe.outcome(soon())).contains("the check itself failed");
    probe.begin(Runnable::run);
    assertThat(probe.outcome(soon())).isEmpty();
  }

  @Test
  void a_check_that_stalls_is_a_problem_and_holds_one_thread_only() {
    var gate = new Semaphore(0);
    var calls = new AtomicInteger();
    var probe =
        new Probe(
            () -> {
              calls.incrementAndGet();
              gate.acquireUninterruptibly();
              return Optional.empty();
            });
    var threads = Executors.newCachedThreadPool();
    try {
      for (var i = 0; i < 3; i++) {
        probe.begin(threads);
        assertThat(probe.outcome(soon())).contains("no answer within 1500 ms");
      }
      assertThat(calls).hasValue(1);
    } finally {
      gate.release();
      threads.shutdown();
    }
  }

  @Test
  void a_check_that_was_lost_before_it_began_is_begun_again() {
    var probe = new Probe(Optional::empty);
    probe.begin(lost -> {});
    assertThat(probe.outcome(soon())).contains("no answer within 1500 ms");
    Poll.until(
        Duration.ofSeconds(5),
        () -> {
          probe.begin(Runnable::run);
          return probe.outcome(soon()).isEmpty();
        });
  }

  @Test
  void what_is_wrong_is_told_as_json() {
    assertThat(HealthServlet.json(Map.of("database", "it does not answer"), Map.of()))
        .hasToString("{\"status\":\"down\",\"problems\":{\"database\":\"it does not answer\"}}");
    assertThat(HealthServlet.json(Map.of(), Map.of("clock", "it is late")))
        .hasToString("{\"status\":\"up\",\"problems\":{},\"warnings\":{\"clock\":\"it is late\"}}");
  }
}
