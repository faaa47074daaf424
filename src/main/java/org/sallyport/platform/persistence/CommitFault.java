package org.sallyport.platform.persistence;

import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import org.sallyport.platform.persistence.connection.StoreFault;

/**
 * Whether the last commit on this thread failed by a fault that passes. Not all servers tell why a
 * transaction was rolled back at its end, so it is kept until the answer is written.
 */
final class CommitFault {
  // No exception, whose class would keep an application that was undeployed.
  private static final ThreadLocal<Boolean> PASSING = new ThreadLocal<>();

  private CommitFault() {}

  /** A new transaction: nothing has failed yet. */
  static void forget() {
    PASSING.remove();
  }

  /** Keeps what a commit failed by. */
  static void keep(Throwable fault) {
    if (StoreFault.passing(fault)) {
      PASSING.set(true);
    }
  }

  /** Whether this is what a server makes of a commit that failed by a fault that passes. */
  static boolean explains(Throwable thrown) {
    var passing = PASSING.get() != null;
    PASSING.remove();
    return passing
        && StoreFault.causes(thrown)
            .anyMatch(t -> t instanceof RollbackException || t instanceof TransactionalException);
  }
}
