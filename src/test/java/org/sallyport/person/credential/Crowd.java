package org.sallyport.person.credential;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sallyport.Poll;

/** People who all sign in at once, where one password is checked after the other. */
public final class Crowd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PasswordHashing hashing =
      TestHashing.with(Map.of("sign-in.concurrency", "1", "sign-in.queue-wait", "PT10S"));
  private final CountDownLatch turn = new CountDownLatch(1);
  private final ExecutorService people = Executors.newCachedThreadPool();

  /** So many wait, and one whose turn lasts until they are let go. */
  public Crowd(int waiting) {
    for (var i = 0; i <= waiting; i++) {
      people.execute(() -> hashing.inTurn(this::untilTold));
    }
    Poll.until(PATIENCE, () -> hashing.waiting() == waiting && hashing.isFull());
  }

  /** Where they wait. */
  public PasswordHashing hashing() {
    return hashing;
  }

  /** Lets all of them through. */
  @Override
  public void close() {
    turn.countDown();
    people.shutdown();
    Poll.until(PATIENCE, people::isTerminated);
  }

  private boolean untilTold() {
    try {
      turn.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
