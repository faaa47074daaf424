package org.sallyport.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;

class GracefulShutdownTest {
  private final GracefulShutdown stopping = new GracefulShutdown();

  @Test
  void from_the_first_sign_of_the_end_the_node_is_no_longer_ready() {
    assertThat(stopping.problem()).isEmpty();
    stopping.begin();
    assertThat(stopping.problem()).contains("this node is being stopped");
  }

  @Test
  void where_nothing_runs_nothing_is_waited_for() {
    assertThat(stopping.finished(Duration.ZERO)).isTrue();
  }

  @Test
  void what_runs_is_waited_for_until_it_ends() {
    stopping.enter();
    var waiting = new Thread(() -> assertThat(stopping.finished(Duration.ofHours(1))).isTrue());
    waiting.start();
    Poll.until(Duration.ofMinutes(1), () -> waiting.getState() == Thread.State.TIMED_WAITING);
    stopping.leave();
    Poll.until(Duration.ofMinutes(1), () -> !waiting.isAlive());
  }

  @Test
  void what_does_not_end_is_not_waited_for_for_ever() {
    stopping.enter();
    assertThat(stopping.finished(Duration.ofMillis(10))).isFalse();
  }
}
