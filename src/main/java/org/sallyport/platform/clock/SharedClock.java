package org.sallyport.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time that all nodes share: what has passed on this node, put right by what that differs from
 * the time agreed on. Whoever sets this node's clock meanwhile does not change it.
 */
final class SharedClock extends Clock {
  // Less than that, the way to the database and its load may feign from one minute to the next.
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Clock own;
  private final Clock passed;

  private volatile Correction correction = new Correction(Duration.ZERO, false);

  private record Correction(Duration ahead, boolean agreed) {
    Instant of(Instant time) {
      return ahead.abs().compareTo(LEAST) < 0 ? time : time.minus(ahead);
    }
  }

  /** A clock whose own time is all that it knows of what has passed. */
  SharedClock(Clock own) {
    this(own, own);
  }

  /**
   * A clock of this node.
   *
   * @param own what its machine shows
   * @param passed what goes on evenly, whatever the machine is set to
   */
  SharedClock(Clock own, Clock passed) {
    this.own = own;
    this.passed = passed;
  }

  /**
   * Goes back by so much from now on; by nothing if that is less than a second either way.
   *
   * @param agreed whether enough clocks agree on that
   */
  void isAhead(Duration ahead, boolean agreed) {
    correction = new Correction(ahead, agreed);
  }

  /** The time, if enough clocks agree on it. */
  Optional<Instant> agreed() {
    var now = correction;
    return now.agreed ? Optional.of(now.of(passed.instant())) : Optional.empty();
  }

  /** What this node by itself takes the time to be. */
  Instant uncorrected() {
    return own.instant();
  }

  /** What goes on evenly. */
  Instant passed() {
    return passed.instant();
  }

  @Override
  public Instant instant() {
    return correction.of(passed.instant());
  }

  @Override
  public ZoneId getZone() {
    return own.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the time is in UTC everywhere");
  }
}
