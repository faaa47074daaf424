package org.sallyport.client.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What changes clients at once, in one transaction; such changes take turns.
 *
 * @param now the time
 * @param grace how long who left the file may return as if nothing had happened
 * @param stamp tells that a row has changed: the time, but later than that of every earlier change,
 *     whatever the clocks of the nodes showed
 */
record ClientChange(Instant now, Duration grace, Instant stamp) {
  // As exactly as the column tells times apart.
  private static final ChronoUnit UNIT = ChronoUnit.MICROS;

  /**
   * A change now.
   *
   * @param last the stamp of the last one
   */
  static ClientChange after(Instant last, Instant now, Duration grace) {
    var next = last.plus(1, UNIT);
    var stamp = now.truncatedTo(UNIT);
    return new ClientChange(now, grace, stamp.isBefore(next) ? next : stamp);
  }
}
