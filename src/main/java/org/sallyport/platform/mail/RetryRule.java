package org.sallyport.platform.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that was not taken is tried again (RFC 5321 §4.5.4.1). */
final class RetryRule {
  /** How long a mail is tried. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** The longest pause between two tries. */
  static final Duration LONGEST_PAUSE = Duration.ofHours(4);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private RetryRule() {}

  /**
   * The time of the next try, each pause twice as long as the one before; nothing if a day has
   * passed.
   *
   * @param tries how often it was tried, at least once
   */
  static Optional<Instant> next(Instant writtenAt, int tries, Instant now) {
    var last = writtenAt.plus(LONGEST);
    if (!now.isBefore(last)) {
      return Optional.empty();
    }
    var next = now.plus(pause(tries));
    return Optional.of(next.isBefore(last) ? next : last);
  }

  private static Duration pause(int tries) {
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
