package org.sallyport.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One check, run at most once at a time, so that a stalled one holds one thread and no more. */
final class Probe {
  /** How long anyone waits for an answer. */
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final Supplier<Optional<String>> check;
  private CompletableFuture<Optional<String>> running =
      CompletableFuture.completedFuture(Optional.empty());

  Probe(Supplier<Optional<String>> check) {
    this.check = check;
  }

  /** Runs the check, unless it still runs. */
  synchronized void begin(Executor executor) {
    if (running.isDone()) {
      running = CompletableFuture.supplyAsync(check, executor);
    }
  }

  /** What is wrong; that it has not answered by then is a problem too. */
  Optional<String> outcome(long untilNanos) {
    try {
      var left = Math.max(0, untilNanos - System.nanoTime());
      return current().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.of("no answer within " + PATIENCE.toMillis() + " ms");
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
