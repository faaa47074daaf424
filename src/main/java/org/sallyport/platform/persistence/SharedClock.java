package org.sallyport.platform.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** This node's clock, put right by what it differs from the one that all nodes share. */
final class SharedClock extends Clock {
  // Less than that, the way to the database and its load may feign from one minute to the next.
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Clock own;

  private volatile Duration ahead = Duration.ZERO;

  SharedClock(Clock own) {
    this.own = own;
  }

  /** Goes back by so much from now on; by nothing if that is less than a second either way. */
  void isAhead(Duration ahead) {
    this.ahead = ahead;
  }

  /** How far this node's clock itself is ahead of the shared one. */
  Duration ahead() {
    return ahead;
  }

  /** What this node by itself takes the time to be. */
  Instant uncorrected() {
    return own.instant();
  }

  @Override
  public Instant instant() {
    var off = ahead;
    return off.abs().compareTo(LEAST) < 0 ? own.instant() : own.instant().minus(off);
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
