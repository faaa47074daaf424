package org.sallyport.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {
  @Test
  void it_goes_on_with_the_time_and_never_back() throws InterruptedException {
    var clock = new MonotonicClock();
    var nanos = System.nanoTime();
    var begun = clock.instant();
    Thread.sleep(20);
    var passed = Duration.between(begun, clock.instant());
    assertThat(passed)
        .isBetween(Duration.ofMillis(20), Duration.ofNanos(System.nanoTime() - nanos));
    assertThat(begun).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }
}
