package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.sallyport.platform.persistence.connection.DatabaseProduct;
import org.sallyport.platform.runtime.StartLock;
import org.sallyport.platform.transaction.Transactions;

/** Turns by a row that whoever's turn it is holds locked; a node that dies gives it back. */
@ApplicationScoped
public class ClusterLock implements StartLock {
  private static final int PAUSE_MILLIS = 200;
  private static final int ROWS_AT_ONCE = 100;
  private static final int MOST_CONFLICTS = 10;

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public void take(String name, Runnable work) {
    transactions.inNew(() -> row(name).insertUnlessPresent(em));
    var conflicts = 0;
    while (true) {
      try {
        if (transactions.inNew(() -> taken(name, work))) {
          return;
        }
      } catch (OptimisticLockException e) {
        conflicts++;
        if (conflicts == MOST_CONFLICTS) {
          throw e;
        }
      }
      pause();
    }
  }

  /**
   * Waits for a turn that lasts until the transaction of the caller ends; for what takes a moment.
   */
  public void hold(String name) {
    row(name).insertUnlessPresent(em);
    em.createNativeQuery("select name from lease where name = :name for update")
        .setParameter("name", name)
        .getResultList();
  }

  private boolean taken(String name, Runnable work) {
    // Not to wait for the lock: a turn may take longer than any statement may.
    var mine =
        em.createNativeQuery("select name from lease where name = :name for update skip locked")
            .setParameter("name", name)
            .getResultList();
    if (mine.isEmpty()) {
      return false;
    }
    // Hashing the passwords of many people takes longer than a transaction may be idle.
    var session = em.unwrap(Session.class);
    session.doWork(DatabaseProduct::allowIdling);
    // There may be many rows to write, and each trip to the database takes its time.
    session.setJdbcBatchSize(ROWS_AT_ONCE);
    work.run();
    // Here, where a row that somebody has changed meanwhile is told by its own exception.
    em.flush();
    return true;
  }

  private NewRow row(String name) {
    return new NewRow(
        "insert into lease (name, holder, held_until) values (?, '', ?)",
        List.of(name, clock.instant()));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another node", e);
    }
  }
}
