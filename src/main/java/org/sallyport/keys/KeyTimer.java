package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/** Refreshes the keys every second, so that no node's are older than two. */
@ApplicationScoped
public class KeyTimer implements StartStep {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How old the keys of a node may be. */
  static final Duration OLDEST = PAUSE.multipliedBy(2);

  @Inject LiveKeys keys;
  @Inject Background background;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    keys.beginPublishing();
    background.refreshing("the keys", PAUSE, keys::refresh);
  }
}
