package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

@Spec("RFC 5321 §4.5.4.1")
class RetryRuleTest {
  private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void pauses_grow_from_a_minute_to_four_hours_and_end_after_a_day() {
    var minutes = new ArrayList<Long>();
    var now = WRITTEN;
    var next = RetryRule.next(WRITTEN, 1, now);
    for (var tries = 1; next.isPresent(); tries++) {
      minutes.add(Duration.between(now, next.get()).toMinutes());
      now = next.get();
      next = RetryRule.next(WRITTEN, tries + 1, now);
    }
    assertThat(minutes)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L, 240L, 240L, 225L);
    assertThat(now).isEqualTo(WRITTEN.plus(Duration.ofHours(24)));
  }

  @Test
  void no_number_of_tries_is_too_large() {
    assertThat(RetryRule.next(WRITTEN, 1_000_000, WRITTEN))
        .contains(WRITTEN.plus(Duration.ofHours(4)));
  }
}
