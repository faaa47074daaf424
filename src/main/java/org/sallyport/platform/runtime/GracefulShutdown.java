package org.sallyport.platform.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The end of this node, in order: from the first sign of it no longer ready, so that balancers send
 * nobody here any more; then the requests that run are finished.
 */
@ApplicationScoped
public class GracefulShutdown implements HealthCheck {
  private static final int PAUSE_MILLIS = 50;

  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean begun;

  /** The end has begun. */
  public void begin() {
    begun = true;
  }

  /** Returns when no request runs any more, but not later than this; says whether none does. */
  public boolean finished(Duration most) {
    var end = System.nanoTime() + most.toNanos();
    while (running.get() > 0 && System.nanoTime() < end) {
      pause();
    }
    return running.get() == 0;
  }

  /** A request begins; a {@link #leave} has to follow. */
  public void enter() {
    running.incrementAndGet();
  }

  /** A request ends. */
  public void leave() {
    running.decrementAndGet();
  }

  @Override
  public String name() {
    return "stopping";
  }

  @Override
  public Optional<String> problem() {
    return begun ? Optional.of("this node is being stopped") : Optional.empty();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
