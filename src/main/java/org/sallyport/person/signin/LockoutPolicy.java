package org.sallyport.person.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many tries may fail in a row, and how the wait grows after that; it never becomes a lock
 * (NIST SP 800-63B-4 §3.2.2).
 *
 * @param free how many may fail without a wait
 * @param first the wait after one more, which each further one doubles
 * @param longest the longest wait
 */
record LockoutPolicy(int free, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /**
   * How long the next try still has to wait, if it has to. Never longer than the longest wait,
   * whatever the clocks of those who wrote and who ask: a failure that seems to lie ahead was now.
   */
  Optional<Duration> left(int failures, Instant last, Instant now) {
    if (failures <= free) {
      return Optional.empty();
    }
    var wait = delay(failures - free);
    var passed = last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    return passed.compareTo(wait) < 0 ? Optional.of(wait.minus(passed)) : Optional.empty();
  }

  private Duration delay(int failuresTooMany) {
    var grown = first.multipliedBy(1L << Math.min(failuresTooMany - 1, MOST_DOUBLINGS));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
