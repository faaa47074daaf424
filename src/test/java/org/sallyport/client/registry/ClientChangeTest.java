package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientChangeTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901999Z");

  @Test
  void its_stamp_is_the_time_as_exactly_as_it_is_stored() {
    assertThat(after(Instant.EPOCH)).isEqualTo(Instant.parse("2026-01-02T03:04:05.678901Z"));
  }

  @Test
  void its_stamp_is_later_than_the_last_whatever_the_clock_shows() {
    for (var last : new Instant[] {after(Instant.EPOCH), NOW.plus(Duration.ofDays(400))}) {
      assertThat(after(last)).isAfter(last).isBefore(last.plusMillis(1));
    }
  }

  private static Instant after(Instant last) {
    return ClientChange.after(last, NOW, Duration.ofHours(1)).stamp();
  }
}
