package org.sallyport.platform.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time that has passed on this node since the clock was made, added to the system's time of
 * then. Whoever sets the system's clock does not change it. It measures spans of time; what it
 * shows is right only as far as the system's clock was.
 */
public final class MonotonicClock extends Clock {
  private final Instant begun = Clock.systemUTC().instant();
  private final long nanos = System.nanoTime();

  @Override
  public Instant instant() {
    return begun.plus(Duration.ofNanos(System.nanoTime() - nanos));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the time is in UTC everywhere");
  }
}
