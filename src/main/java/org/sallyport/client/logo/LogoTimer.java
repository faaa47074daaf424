package org.sallyport.client.logo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/** Has logos fetched: soon after a start, then once a minute, beside all requests. */
@ApplicationScoped
public class LogoTimer implements StartStep {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject LogoRounds rounds;
  @Inject Background background;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    // Slow hosts keep a worker busy, and never one of the few timers.
    background.refreshingBeside("the logos of clients", PAUSE, FIRST, rounds::run);
  }
}
