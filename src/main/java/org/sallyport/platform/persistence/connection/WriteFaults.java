package org.sallyport.platform.persistence.connection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** When the database last refused to write, whoever asked it to. */
public final class WriteFaults {
  private static final Duration LATELY = Duration.ofSeconds(5);

  private final AtomicReference<Long> lastNanos = new AtomicReference<>();

  /** Remembers a fault, if it is of this kind. */
  public void see(SQLException fault) {
    if (StoreFault.keepsFromWriting(fault)) {
      lastNanos.set(System.nanoTime());
    }
  }

  /** Whether there was one in the last seconds. */
  public boolean areRecent() {
    var last = lastNanos.get();
    return last != null && System.nanoTime() - last < LATELY.toNanos();
  }
}
