package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.protocol.SigningAlgorithm;

class KeyRotationTest {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final KeyRotation rotation = new KeyRotation(DAY, DAY.multipliedBy(90), DAY);

  @Test
  void the_first_key_is_used_at_once() {
    assertThat(rotation.next(Optional.empty(), MADE)).contains(MADE);
  }

  @Test
  void the_next_key_is_made_as_long_before_its_use_as_it_is_announced() {
    var due = MADE.plus(DAY.multipliedBy(89));
    assertThat(rotation.next(Optional.of(MADE), due.minusMillis(1))).isEmpty();
    assertThat(rotation.next(Optional.of(MADE), due)).contains(due.plus(DAY));
  }

  @Test
  void a_key_made_late_is_announced_in_full_all_the_same() {
    var late = MADE.plus(DAY.multipliedBy(200));
    assertThat(rotation.next(Optional.of(MADE), late)).contains(late.plus(DAY));
  }

  @Test
  void while_a_key_is_announced_no_other_is_made() {
    var active = MADE.plus(DAY.multipliedBy(90));
    assertThat(rotation.next(Optional.of(active), active.minus(DAY))).isEmpty();
  }

  @Test
  void a_signing_key_is_kept_as_long_as_the_longest_token_whatever_is_set() {
    var settings =
        TestSettings.with(Map.of("keys.retire", "PT10S", "tokens.id-token-lifetime", "PT8H"));
    assertThat(KeyRotation.of(KeySeries.of(SigningAlgorithm.RS256), settings).keep()).hasHours(8);
  }

  @Test
  void a_secret_is_kept_as_long_as_a_refresh_token() {
    var settings = TestSettings.with(Map.of("tokens.refresh-token-lifetime", "P200D"));
    assertThat(KeyRotation.of(KeySeries.of(Purpose.CREDENTIAL), settings).keep()).hasDays(200);
  }
}
