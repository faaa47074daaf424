package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
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
 * How far this node's clock is from the database's, which all nodes share: nodes whose clocks
 * differ disagree about what has expired. Compared once a minute; ten seconds are worth a warning.
 */
@ApplicationScoped
public class DatabaseClock implements StartStep, HealthCheck, Measured {
  private static final Logger LOG = Logger.getLogger(DatabaseClock.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final double MOST_SECONDS = 10;
  private static final Family AHEAD =
      Family.gauge("clock_ahead_seconds", "How far this node's clock is ahead of the database's");

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Clock clock;
  @Inject Background background;

  private volatile double ahead;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    background.every(PAUSE, Duration.ZERO, this::compare);
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
    return Math.abs(ahead) < MOST_SECONDS
        ? Optional.empty()
        : Optional.of("the clock differs from the database's by " + Math.round(ahead) + " s");
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.of(AHEAD.of(ahead));
  }

  /** Asks the database for the time, and halves the error of the way there and back. */
  void compare() {
    try {
      var before = clock.millis();
      var there = transactions.inNew(this::databaseSeconds);
      ahead = (before + clock.millis()) / 2e3 - there;
      warning().ifPresent(w -> LOG.warning(() -> "Set this node's clock: " + w));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The clocks could not be compared", e);
    }
  }

  private double databaseSeconds() {
    var seconds =
        em.createNativeQuery("select extract(epoch from current_timestamp)").getSingleResult();
    return ((Number) seconds).doubleValue();
  }
}
