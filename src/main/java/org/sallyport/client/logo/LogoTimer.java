package org.sallyport.client.logo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/** Has logos fetched: soon after a start, then once a minute, beside all requests. */
@ApplicationScoped
public class LogoTimer implements StartStep {
  private static final Logger LOG = Logger.getLogger(LogoTimer.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject LogoRounds rounds;
  @Inject Background background;

  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean failing;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    background.every(PAUSE, FIRST, this::begin);
  }

  // Slow hosts keep a worker busy, and never one of the few timers.
  private void begin() {
    if (running.compareAndSet(false, true)) {
      background.execute(this::round);
    }
  }

  private void round() {
    try {
      rounds.run();
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, "Logos of clients could not be looked for", e);
      failing = true;
    } finally {
      running.set(false);
    }
  }
}
