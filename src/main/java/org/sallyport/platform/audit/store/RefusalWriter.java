package org.sallyport.platform.audit.store;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.sallyport.platform.audit.store.DroppedRefusals.DropReason;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.Tally;
import org.sallyport.platform.persistence.connection.StoreFault;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * Writes refusals in batches, beside the requests: no request waits, whatever the database does. A
 * node that is killed loses those of its last half second.
 */
@ApplicationScoped
public class RefusalWriter implements StartStep, Measured {
  private static final Logger LOG = Logger.getLogger(RefusalWriter.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MOST_WAITING = 4_000;
  private static final int AT_ONCE = 500;
  private static final Family WAITING =
      Family.gauge("audit_waiting", "Refusals that wait to be written");

  @Inject AuditRows rows;
  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Background background;

  WaitingRefusals waiting = new WaitingRefusals(MOST_WAITING);
  RefusalQuota quota = new RefusalQuota(Ticker.systemTicker());

  private final DroppedRefusals dropped = new DroppedRefusals();
  private final Tally drops =
      new Tally(Family.counter("audit_dropped_total", "Refusals that were not kept"));

  private List<StoredEvent> batch = List.of();

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    background.refreshing("the audit of refusals", PAUSE, this::write);
  }

  /** Writes what still waits, as far as the database takes it. */
  @Override
  public void end() {
    try {
      write();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> (waiting.size() + batch.size()) + " refusals are not kept");
    }
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.concat(drops.measures(), Stream.of(WAITING.of(waiting.size())));
  }

  /**
   * Takes a refusal, or counts that it was not kept.
   *
   * @param preferred whether it is dropped last: it has a registered client, or a person saw it
   */
  void take(StoredEvent refusal, boolean preferred) {
    if (quota.has(refusal, preferred)) {
      waiting.add(refusal, preferred).ifPresent(without -> drop(without, DropReason.FULL));
    } else {
      drop(refusal, DropReason.QUOTA);
    }
  }

  /** Writes all that waits; what cannot be written waits on. */
  synchronized void write() {
    while (hasBatch()) {
      write(batch);
      batch = List.of();
    }
    var counted = dropped.take();
    if (!counted.isEmpty()) {
      writeCounts(counted);
    }
  }

  private boolean hasBatch() {
    if (batch.isEmpty()) {
      batch = waiting.take(AT_ONCE);
    }
    return !batch.isEmpty();
  }

  private void write(List<StoredEvent> refusals) {
    try {
      inNew(() -> rows.add(refusals));
    } catch (RuntimeException e) {
      if (StoreFault.passing(e)) {
        throw e;
      }
      writeOneByOne(refusals);
    }
  }

  // One that the database refuses for what it is must not keep all others from being written.
  private void writeOneByOne(List<StoredEvent> refusals) {
    for (var done = 0; done < refusals.size(); done++) {
      batch = refusals.subList(done, refusals.size());
      writeAlone(refusals.get(done));
    }
  }

  private void writeAlone(StoredEvent refusal) {
    try {
      inNew(() -> rows.add(List.of(refusal)));
    } catch (RuntimeException e) {
      if (StoreFault.passing(e)) {
        throw e;
      }
      // It is there if a commit before worked, but its answer was lost.
      if (!StoreFault.isOfTakenKey(e)) {
        LOG.log(Level.WARNING, "A refusal cannot be written", e);
        drop(refusal, DropReason.UNWRITABLE);
      }
    }
  }

  private void writeCounts(Map<DroppedRefusals.DropKind, Long> counted) {
    try {
      inNew(() -> em.unwrap(Session.class).doWork(c -> dropped.write(counted, c)));
    } catch (RuntimeException e) {
      dropped.giveBack(counted);
      throw e;
    }
  }

  private void drop(StoredEvent refusal, DropReason reason) {
    dropped.count(refusal, reason);
    drops.count(Map.of("event", refusal.entry().event(), "reason", reason.name()));
  }

  private void inNew(Runnable work) {
    transactions.inNew(
        () -> {
          work.run();
          return true;
        });
  }
}
