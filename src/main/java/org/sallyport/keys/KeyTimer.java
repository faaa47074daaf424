package org.sallyport.keys;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.StartStep;

/** Refreshes the keys every second, so that no node's are older than two. */
@ApplicationScoped
public class KeyTimer implements StartStep {
  private static final Logger LOG = Logger.getLogger(KeyTimer.class.getName());

  @Inject LiveKeys keys;

  @SuppressWarnings("NullAway.Init") // the server sets it
  @Resource
  ManagedScheduledExecutorService executor;

  private volatile @Nullable ScheduledFuture<?> timer;
  private volatile boolean failing;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    timer = executor.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (timer != null) {
      timer.cancel(true);
    }
  }

  // An exception would end the timer, and the keys in memory are as good as before.
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
