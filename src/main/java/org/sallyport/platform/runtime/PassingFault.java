package org.sallyport.platform.runtime;

import java.io.Serial;
import java.time.Duration;

/** A fault that passes by itself: answered with 503 and Retry-After, never as a refusal. */
public class PassingFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** When to try again where nobody knows better. */
  public static final Duration SOON = Duration.ofSeconds(2);

  private final Duration left;

  /** The fault, with words for the log. */
  public PassingFault(String message) {
    this(message, SOON);
  }

  /**
   * The fault, with words for the log.
   *
   * @param left how long it is until it has passed
   */
  public PassingFault(String message, Duration left) {
    super(message);
    this.left = left;
  }

  /** How long it is until it has passed, in whole seconds, at least one. */
  public final long seconds() {
    return Math.max(1, left.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
