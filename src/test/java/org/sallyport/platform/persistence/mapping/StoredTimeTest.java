package org.sallyport.platform.persistence.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StoredTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration SPAN = Duration.ofMinutes(5);

  @Test
  void clocks_that_are_seconds_apart_are_both_right() {
    assertThat(StoredTime.isAhead(NOW.plusSeconds(60), NOW)).isFalse();
    assertThat(StoredTime.isWithin(SPAN, NOW.plusSeconds(60), NOW)).isTrue();
  }

  @Test
  void what_lies_more_than_a_minute_ahead_was_dated_by_a_wrong_clock() {
    assertThat(StoredTime.isAhead(NOW.plusSeconds(61), NOW)).isTrue();
    assertThat(StoredTime.isWithin(SPAN, NOW.plusSeconds(61), NOW)).isFalse();
  }

  @Property
  void nothing_is_good_for_longer_than_its_span_and_a_minute(
      @ForAll("moments") Instant time, @ForAll("moments") Instant now) {
    if (StoredTime.isWithin(SPAN, time, now)) {
      assertThat(Duration.between(time, now)).isBetween(Duration.ofMinutes(-1), SPAN);
    }
  }

  @Provide
  Arbitrary<Instant> moments() {
    var near = Arbitraries.longs().between(-1_000, 1_000).map(NOW::plusSeconds);
    return Arbitraries.oneOf(near, Arbitraries.of(Instant.MIN, Instant.EPOCH, Instant.MAX));
  }
}
