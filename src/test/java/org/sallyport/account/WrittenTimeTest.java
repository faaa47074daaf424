package org.sallyport.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WrittenTimeTest {
  private static final Instant AT = Instant.parse("2026-11-30T14:05:00Z");

  @Test
  void a_time_is_written_in_the_language_and_zone_of_its_reader() {
    assertThat(written(Locale.ENGLISH, "UTC")).isEqualTo("Nov 30, 2026, 2:05 PM UTC");
    assertThat(written(Locale.GERMAN, "Europe/Berlin")).isEqualTo("30.11.2026, 15:05 MEZ");
    assertThat(written(Locale.ENGLISH, "Asia/Kolkata")).isEqualTo("Nov 30, 2026, 7:35 PM IST");
  }

  private static String written(Locale language, String zone) {
    return new WrittenTime(language, ZoneId.of(zone)).of(AT).replace('\u202f', ' ');
  }
}
