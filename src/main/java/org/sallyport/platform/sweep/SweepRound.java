package org.sallyport.platform.sweep;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.clock.ClockAgreement;
import org.sallyport.platform.transaction.Transactions;

/**
 * One round of sweeping: batch after batch, each in a transaction of its own and under the lease.
 * What is deleted cannot be had back, so nothing is while the clocks disagree.
 */
record SweepRound(Transactions transactions, Lease lease, ClockAgreement agreement) {
  private static final Logger LOG = Logger.getLogger(SweepRound.class.getName());
  private static final int BATCH = 1_000;
  private static final int PAUSE_MILLIS = 50;

  /** Sweeps all that is due, unless another node does; what cannot be swept waits for the next. */
  void sweep(Iterable<Sweepable> due) {
    due.forEach(this::sweep);
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
    return agreement.time().map(now -> batch(sweepable, now)).orElse(0);
  }

  private int batch(Sweepable sweepable, Instant now) {
    return transactions.inNew(() -> lease.take(now) ? sweepable.sweep(now, BATCH) : 0);
  }
}
