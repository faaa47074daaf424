package org.sallyport.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transactions of all threads: at most one runs in a thread, and others wait for its end. */
@ApplicationScoped
public class Transactions {
  // Removed when a transaction has ended: threads of the server outlive the application.
  @SuppressWarnings("ThreadLocalUsage") // there is one such bean, and tests have one for each store
  private final ThreadLocal<Transaction> running = new ThreadLocal<>();

  /** The transaction that runs in this thread; null if none does. */
  public @Nullable Transaction running() {
    return running.get();
  }

  /**
   * Does the work in a transaction of its own, whatever runs around it, and commits it before
   * returning; where the work throws, it is undone.
   *
   * @throws IllegalStateException if something failed in the transaction though the work ended well
   */
  public <T> T inNew(Supplier<T> work) {
    try {
      return begin(work::get, thrown -> true);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a supplier throws no checked exceptions", e);
    }
  }

  /** Does the work in the running transaction, or in one that begins and ends with it. */
  <T extends @Nullable Object> T inOne(Callable<T> work, Predicate<Throwable> undoes)
      throws Exception {
    var joined = running.get();
    if (joined == null) {
      return begin(work, undoes);
    }
    try {
      return work.call();
    } catch (Exception | Error thrown) {
      if (undoes.test(thrown)) {
        joined.undo();
      }
      throw thrown;
    }
  }

  private <T extends @Nullable Object> T begin(Callable<T> work, Predicate<Throwable> undoes)
      throws Exception {
    var outer = running.get();
    var begun = new Transaction();
    running.set(begun);
    try {
      return begun.end(work, undoes);
    } finally {
      begun.close();
      if (outer == null) {
        running.remove();
      } else {
        running.set(outer);
      }
    }
  }
}
