package org.sallyport.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sallyport.platform.clock.ClockComparison.Moment;
import org.sallyport.platform.clock.ClockRule.ClockVerdict;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.HealthCheck;
import org.sallyport.platform.runtime.MonotonicClock;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * The time that all nodes share, so that whatever one of them stores expires at the same moment for
 * all, however wrong its own clock is: the database's, as long as another clock agrees with it.
 * Compared every ten seconds; what differs by ten seconds is worth a warning.
 */
@ApplicationScoped
public class DatabaseClock implements StartStep, HealthCheck, Measured, ClockAgreement {
  private static final Logger LOG = Logger.getLogger(DatabaseClock.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration MOST = Duration.ofSeconds(10);
  // An answer that took longer tells too little about when it was given.
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Family AHEAD =
      Family.gauge("clock_ahead_seconds", "How far this node's clock is ahead of the database's");
  private static final Family AGREED =
      Family.gauge("clocks_agree", "Whether enough clocks agree to delete by them (1) or not (0)");

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Background background;

  SharedClock clock = new SharedClock(Clock.systemUTC(), new MonotonicClock());

  private final ClockComparison comparison = new ClockComparison();
  private volatile Duration ahead = Duration.ZERO;
  private volatile Duration jumped = Duration.ZERO;

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
  public Optional<Instant> time() {
    return clock.agreed();
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
    var all = new ArrayList<String>();
    if (isMuch(ahead)) {
      all.add("the clock differs from the database's by " + rounded(ahead) + " s");
    }
    if (isMuch(jumped)) {
      all.add("the database's clock has jumped by " + rounded(jumped) + " s");
    }
    if (time().isEmpty()) {
      all.add("nothing is deleted and no key is replaced until two clocks agree");
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.of(AHEAD.of(ahead.toMillis() / 1e3), AGREED.of(time().isPresent() ? 1 : 0));
  }

  private static boolean isMuch(Duration difference) {
    return difference.abs().compareTo(MOST) >= 0;
  }

  private static long rounded(Duration difference) {
    return Math.round(difference.toMillis() / 1e3);
  }

  /**
   * Asks the database for the time, and halves the error of the way there and back; says whether
   * the answer told enough.
   */
  synchronized boolean compare() {
    try {
      var before = clock.passed();
      return transactions.inNew(() -> compare(before));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The clocks could not be compared", e);
      return false;
    }
  }

  private boolean compare(Instant before) {
    var there = databaseTime();
    var took = Duration.between(before, clock.passed());
    if (took.compareTo(SLOW) > 0) {
      return false;
    }
    var half = took.dividedBy(2);
    var at = new Moment(before.plus(half), clock.uncorrected().minus(half), there);
    var verdict = comparison.judge(at, clocks().all());
    follow(at, verdict);
    clocks().say(comparison.said(at));
    if (verdict.agreed()) {
      clocks().forget(at.passed().plus(verdict.time()));
    }
    return true;
  }

  private void follow(Moment at, ClockVerdict verdict) {
    var before = warning();
    ahead = Duration.between(at.there(), at.wall());
    jumped = comparison.jumped();
    clock.isAhead(verdict.time().negated(), verdict.agreed());
    warning()
        .filter(w -> !kind(before.orElse("")).equals(kind(w)))
        .ifPresent(w -> LOG.warning(() -> "Set the clocks: " + w));
  }

  // Whoever reads the log need not know of each second.
  private static String kind(String warning) {
    return warning.replaceAll("[0-9]", "");
  }

  private NodeClocks clocks() {
    return new NodeClocks(em);
  }

  private Instant databaseTime() {
    var seconds =
        em.createNativeQuery("select extract(epoch from current_timestamp)").getSingleResult();
    return Instant.ofEpochMilli(Math.round(((Number) seconds).doubleValue() * 1e3));
  }
}
