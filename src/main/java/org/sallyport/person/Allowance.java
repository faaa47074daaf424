package org.sallyport.person;

import java.time.Duration;
import java.time.Instant;

/**
 * How many tries may fail in a row, and how the wait grows after that; it never becomes a lock
 * (NIST SP 800-63B-4 §3.2.2).
 *
 * @param free how many may fail without a wait
 * @param first the wait after one more, which each further one doubles
 * @param longest the longest wait
 */
record Allowance(int free, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /** When the next try may be made, after so many failures of which the last was then. */
  Instant next(int failures, Instant last) {
    return failures <= free ? last : last.plus(delay(failures - free));
  }

  private Duration delay(int failuresTooMany) {
    var grown = first.multipliedBy(1L << Math.min(failuresTooMany - 1, MOST_DOUBLINGS));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
