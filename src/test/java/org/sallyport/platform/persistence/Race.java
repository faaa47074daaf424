package org.sallyport.platform.persistence;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.sallyport.platform.persistence.connection.StoreFault;

/** Attempts that all begin at the same moment, each in a thread of its own. */
public final class Race {
  private Race() {}

  /**
   * What each attempt gave, in their order; throws what any of them threw, after all have ended,
   * since an interrupted one would close the files of an embedded database.
   */
  public static <T> List<T> of(List<Callable<T>> attempts) {
    var start = new CyclicBarrier(attempts.size());
    var threads = Executors.newFixedThreadPool(attempts.size());
    try {
      var running = attempts.stream().map(a -> threads.submit(() -> begin(start, a))).toList();
      threads.shutdown();
      if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("an attempt does not end");
      }
      return running.stream().map(Race::finished).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What each of so many equal attempts gave. */
  public static <T> List<T> of(int attempts, Callable<T> attempt) {
    return of(IntStream.range(0, attempts).mapToObj(i -> attempt).toList());
  }

  /**
   * Whether an attempt succeeds; one that a busy machine kept waiting for a row too long has not.
   */
  public static boolean unlessKeptWaiting(BooleanSupplier attempt) {
    try {
      return attempt.getAsBoolean();
    } catch (RuntimeException e) {
      if (StoreFault.passing(e)) {
        return false;
      }
      throw e;
    }
  }

  private static <T> T begin(CyclicBarrier start, Callable<T> attempt) throws Exception {
    start.await(10, TimeUnit.SECONDS);
    return attempt.call();
  }

  private static <T> T finished(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
