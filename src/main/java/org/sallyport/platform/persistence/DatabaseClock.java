package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sallyport.platform.config.StartStep;
import org.sallyport.platform.http.HealthCheck;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.work.Background;

/**
 * The time as the database has it. All nodes share it, so that whatever one of them stores expires
 * at the same moment for all, however wrong its own clock is. Compared once a minute; ten seconds
 * are worth a warning.
 */
@ApplicationScoped
public class DatabaseClock implements StartStep, HealthCheck, Measured {
  private static final Logger LOG = Logger.getLogger(DatabaseClock.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofSeconds(10);
  // An answer that took longer tells too little about when it was given.
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Family AHEAD =
      Family.gauge("clock_ahead_seconds", "How far this node's clock is ahead of the database's");

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Background background;

  SharedClock clock = new SharedClock(Clock.systemUTC());

  /** What every feature takes the time from. */
  @Produces
  @Singleton
  Clock clock() {
    return clock;
  }

  @Override
  public Stage stage() {
    return Stage.TIME;
  }

  @Override
  public void start() {
    // The first question of all may take long for what it meets for the first time.
    if (!compare()) {
      compare();
    }
    background.every(PAUSE, PAUSE, this::compare);
  }

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    return clock.ahead().abs().compareTo(MOST) < 0
        ? Optional.empty()
        : Optional.of("the clock differs from the database's by " + Math.round(seconds()) + " s");
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.of(AHEAD.of(seconds()));
  }

  private double seconds() {
    return clock.ahead().toMillis() / 1e3;
  }

  /**
   * Asks the database for the time, and halves the error of the way there and back; says whether
   * the answer told enough.
   */
  boolean compare() {
    try {
      var before = clock.uncorrected();
      var there = transactions.inNew(this::databaseTime);
      var took = Duration.between(before, clock.uncorrected());
      if (took.compareTo(SLOW) > 0) {
        return false;
      }
      clock.isAhead(Duration.between(there, before.plus(took.dividedBy(2))));
      warning().ifPresent(w -> LOG.warning(() -> "Set this node's clock: " + w));
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The clocks could not be compared", e);
      return false;
    }
  }

  private Instant databaseTime() {
    var seconds =
        em.createNativeQuery("select extract(epoch from current_timestamp)").getSingleResult();
    return Instant.ofEpochMilli(Math.round(((Number) seconds).doubleValue() * 1e3));
  }
}
