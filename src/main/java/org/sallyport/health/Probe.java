package org.sallyport.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One check, run at most once at a time, so that a stalled one holds one thread and no more. One
 * that has not begun by the time that nobody waits for it any longer is begun again: while
 * GlassFish deploys, a new thread may die before its work.
 */
final class Probe {
  /** How long anyone waits for an answer. */
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final String LATE = "no answer within " + PATIENCE.toMillis() + " ms";

  private final Supplier<Optional<String>> check;
  private CompletableFuture<Optional<String>> running =
      CompletableFuture.completedFuture(Optional.empty());
  private long askedNanos;
  private volatile boolean begun;

  Probe(Supplier<Optional<String>> check) {
    this.check = check;
  }

  /** Runs the check, unless it still runs. */
  synchronized void begin(Executor executor) {
    if (running.isDone() || isLost()) {
      running.complete(Optional.of(LATE));
      begun = false;
      askedNanos = System.nanoTime();
      running = CompletableFuture.supplyAsync(this::run, executor);
    }
  }

  private Optional<String> run() {
    begun = true;
    return check.get();
  }

  private boolean isLost() {
    return !begun && System.nanoTime() - askedNanos > PATIENCE.toNanos();
  }

  /** What is wrong; that it has not answered by then is a problem too. */
  Optional<String> outcome(long untilNanos) {
    try {
      var left = Math.max(0, untilNanos - System.nanoTime());
      return current().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.of(LATE);
    } catch (ExecutionException e) {
      return Optional.of("the check itself failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the check was interrupted");
    }
  }

  private synchronized CompletableFuture<Optional<String>> current() {
    return running;
  }
}
