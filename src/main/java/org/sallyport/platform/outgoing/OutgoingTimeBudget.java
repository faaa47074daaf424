package org.sallyport.platform.outgoing;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** How long whoever waits for our answer may wait for other hosts before it, all in all. */
@RequestScoped
public class OutgoingTimeBudget {
  private static final Duration ALL = Duration.ofSeconds(3);

  private long spent;

  /** What is left of it; zero when there is none. */
  public Duration left() {
    var left = ALL.minusNanos(spent);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Takes off what has passed since this {@link System#nanoTime}. */
  public void spentSince(long began) {
    spent += System.nanoTime() - began;
  }
}
