package org.sallyport.platform.persistence.mapping;

import java.time.Duration;
import java.time.Instant;

/**
 * A time that was stored or signed, seen from now. Nodes' clocks may be some seconds apart; what
 * lies further ahead was dated by a clock that was wrong. It says nothing about how long ago it
 * was, so nothing is granted by it, and nobody is kept waiting for it.
 */
public final class StoredTime {
  private static final Duration SKEW = Duration.ofMinutes(1);

  private StoredTime() {}

  /** Whether it lies further ahead than the clocks of two nodes may be apart. */
  public static boolean isAhead(Instant time, Instant now) {
    return Duration.between(now, time).compareTo(SKEW) > 0;
  }

  /** Whether it was less than so long ago, and does not lie ahead. */
  public static boolean isWithin(Duration span, Instant time, Instant now) {
    return !isAhead(time, now) && Duration.between(time, now).compareTo(span) < 0;
  }
}
