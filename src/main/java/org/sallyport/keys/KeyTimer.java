package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.config.StartStep;
import org.sallyport.platform.work.Background;

/** Refreshes the keys every second, so that no node's are older than two. */
@ApplicationScoped
public class KeyTimer implements StartStep {
  private static final Logger LOG = Logger.getLogger(KeyTimer.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How old the keys of a node may be. */
  static final Duration OLDEST = PAUSE.multipliedBy(2);

  @Inject LiveKeys keys;
  @Inject Background background;

  private volatile boolean failing;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    keys.beginPublishing();
    background.every(PAUSE, PAUSE, this::refresh);
  }

  // The keys in memory are as good as before.
  private void refresh() {
    try {
      keys.refresh();
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, "The keys could not be refreshed", e);
      failing = true;
    }
  }
}
