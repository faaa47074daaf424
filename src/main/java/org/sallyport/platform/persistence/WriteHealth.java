package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.platform.runtime.HealthCheck;

/**
 * Whether the database takes writes: on a full disk it may still answer. A row is written to find
 * out, but not for each of those who ask at the same time.
 */
@ApplicationScoped
public class WriteHealth implements HealthCheck {
  private static final Duration FRESH = Duration.ofSeconds(2);

  @Inject Database database;

  private Optional<String> problem = Optional.empty();
  private volatile Optional<String> warning = Optional.empty();
  private long askedNanos = System.nanoTime() - FRESH.toNanos();

  @Override
  public String name() {
    return "writable";
  }

  @Override
  public synchronized Optional<String> problem() {
    var known = System.nanoTime() - askedNanos < FRESH.toNanos();
    // Somebody else may have found out meanwhile.
    if (!known || (problem.isEmpty() && database.refusedToWrite())) {
      problem = database.writeProblem();
      warning = database.writeWarning();
      askedNanos = System.nanoTime();
    }
    return problem;
  }

  /** What was found out last: nobody waits here for a disk that does not answer. */
  @Override
  public Optional<String> warning() {
    return warning;
  }
}
