package org.sallyport.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The audit log: one line an event, in the log named {@code org.sallyport.audit}. */
@ApplicationScoped
public class Audit {
  private static final Logger LOG = Logger.getLogger("org.sallyport.audit");
  private static final ThreadLocal<@Nullable String> ADDRESS = new ThreadLocal<>();

  /** Writes the event, with the address that the request of this thread came from. */
  public void record(AuditEvent event) {
    var level = event instanceof AuditEvent.Faulted ? Level.WARNING : Level.INFO;
    LOG.log(level, AuditLine.of(event, Optional.ofNullable(ADDRESS.get())));
  }

  /** From here on, what this thread records came from this address. */
  public static void comesFrom(String address) {
    ADDRESS.set(address);
  }

  /** From here on, what this thread records came from nowhere. */
  public static void comesFromNowhere() {
    ADDRESS.remove();
  }
}
