package org.sallyport.keys;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.persistence.mapping.StoredTime;

/**
 * When keys have leaked, and which have: those that were made before. What is made instead is dated
 * so too, by no clock, so that it is none of them whenever this is asked again.
 *
 * @param madeBefore as exactly as rows tell times
 * @param now the time to tell by which keys a clock that was wrong has dated ahead; far off if
 *     there is none
 */
record KeyLeak(Instant madeBefore, Instant now) {
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * The leak at this time.
   *
   * @param agreed the time that clocks agree on; an order that is a day old says nothing about keys
   *     that a clock dates ahead afterwards
   */
  static KeyLeak at(Instant madeBefore, Optional<Instant> agreed) {
    var exact = madeBefore.truncatedTo(MICROS);
    var now = agreed.filter(time -> StoredTime.isWithin(DAY, exact, time)).orElse(Instant.MAX);
    return new KeyLeak(exact, now);
  }

  /** Whether a key that says so is void: when it was made, nobody can tell if that lies ahead. */
  boolean covers(Instant createdAt) {
    return createdAt.isBefore(madeBefore) || StoredTime.isAhead(createdAt, now);
  }
}
