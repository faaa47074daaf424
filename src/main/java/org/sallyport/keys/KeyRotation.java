package org.sallyport.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.ReadyBytes;

/**
 * When a key is announced, active, retiring and removed, all by time, so that every node changes
 * over at the same instant.
 *
 * @param announce how long a key is published before it is used: the longest sensible cache
 * @param rotate how long it is used
 * @param keep how long it is kept afterwards: the longest life of what was made with it
 */
record KeyRotation(Duration announce, Duration rotate, Duration keep) {

  /**
   * How long the first key of an algorithm is published before it signs: until nobody goes by a key
   * set any more that was fetched before, from a node that did not have the key yet.
   */
  static final Duration FIRST = ReadyBytes.MAX_AGE.plus(KeyTimer.OLDEST);

  private static final Duration FOR_GOOD = Duration.ofDays(365_000);

  /** How the keys of a series change under these settings. */
  static KeyRotation of(KeySeries series, Settings settings) {
    var keys = settings.keys();
    var tokens = settings.tokens();
    var longest = series.isPublished() ? tokens.longest() : tokens.refreshTokenLifetime();
    var keep = longest.compareTo(keys.retire()) > 0 ? longest : keys.retire();
    return new KeyRotation(keys.announce(), series.isForGood() ? FOR_GOOD : keys.rotate(), keep);
  }

  /**
   * From when the next key of a series is to be used, once it is time to make it.
   *
   * @param newest from when the newest key is used; empty for a series without keys, whose first
   *     key nobody can have missed
   */
  Optional<Instant> next(Optional<Instant> newest, Instant now) {
    if (newest.isEmpty()) {
      return Optional.of(now);
    }
    var due = newest.get().plus(rotate);
    var announced = now.plus(announce);
    return due.isAfter(announced) ? Optional.empty() : Optional.of(announced);
  }
}
