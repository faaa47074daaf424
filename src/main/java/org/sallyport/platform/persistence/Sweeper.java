package org.sallyport.platform.persistence;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.StartStep;

/** Has expired rows swept every minute, by whichever node holds the lease. */
@ApplicationScoped
public class Sweeper implements StartStep {
  private static final int EVERY_SECONDS = 60;

  @Inject Instance<Sweepable> sweepables;
  @Inject Transactions transactions;
  @Inject EntityManager em;
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
    var round = new SweepRound(transactions, new Lease("sweeper", em), clock);
    var first = ThreadLocalRandom.current().nextInt(5, EVERY_SECONDS);
    timer =
        executor.scheduleWithFixedDelay(
            () -> round.sweep(sweepables), first, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (timer != null) {
      timer.cancel(true);
    }
  }
}
