package org.sallyport.platform.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** When the database last refused to write, whoever asked it to. */
final class WriteFaults {
  private static final Duration LATELY = Duration.ofSeconds(5);

  private final AtomicReference<Long> lastNanos = new AtomicReference<>();

  /** Remembers a fault, if it is of this kind. */
  void see(SQLException fault) {
    if (StoreFault.keepsFromWriting(fault)) {
      lastNanos.set(System.nanoTime());
    }
  }

  /** Whether there was one in the last seconds. */
  boolean areRecent() {
    var last = lastNanos.get();
    return last != null && System.nanoTime() - last < LATELY.toNanos();
  }
}
