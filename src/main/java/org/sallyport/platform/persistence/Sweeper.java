package org.sallyport.platform.persistence;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.StartStep;

/** Deletes expired rows every minute, in small batches, on whichever node holds the lease. */
@ApplicationScoped
public class Sweeper implements StartStep {
  private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());
  private static final int BATCH = 1_000;
  private static final int PAUSE_MILLIS = 50;
  private static final int EVERY_SECONDS = 60;

  @Inject Instance<Sweepable> sweepables;
  @Inject Transactions transactions;
  @Inject Lease lease;
  @Inject Clock clock;

  @SuppressWarnings("NullAway.Init") // the server sets it
  @Resource
  ManagedScheduledExecutorService executor;

  private volatile @Nullable ScheduledFuture<?> timer;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  // Nodes started together should not all ask for the lease in the same second.
  @Override
  public void start() {
    var first = ThreadLocalRandom.current().nextInt(5, EVERY_SECONDS);
    timer = executor.scheduleWithFixedDelay(this::sweep, first, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (timer != null) {
      timer.cancel(true);
    }
  }

  /** Sweeps everything that is due now, unless another node does. */
  void sweep() {
    sweepables.forEach(this::sweep);
  }

  private void sweep(Sweepable sweepable) {
    try {
      while (batch(sweepable) == BATCH) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Sweeping " + sweepable.name() + " has to wait");
    }
  }

  private int batch(Sweepable sweepable) {
    var now = clock.instant();
    return transactions.inNew(() -> lease.take("sweeper", now) ? sweepable.sweep(now, BATCH) : 0);
  }
}
