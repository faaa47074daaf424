package org.sallyport.platform.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.sallyport.platform.clock.ClockAgreement;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * Has expired rows swept every minute, by whichever node holds the lease, while the clocks agree.
 */
@ApplicationScoped
public class Sweeper implements StartStep {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Inject Instance<Sweepable> sweepables;
  @Inject Transactions transactions;
  @Inject EntityManager em;
  @Inject ClockAgreement agreement;
  @Inject Background background;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  // Nodes started together should not all ask for the lease in the same second.
  @Override
  public void start() {
    var round = new SweepRound(transactions, new Lease("sweeper", em), agreement);
    var first = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(5, 60));
    background.every(PAUSE, first, () -> round.sweep(sweepables));
  }
}
