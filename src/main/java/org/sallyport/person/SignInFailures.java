package org.sallyport.person;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.sallyport.platform.persistence.ExpiredRows;
import org.sallyport.platform.persistence.NewRow;
import org.sallyport.platform.persistence.StoreFault;
import org.sallyport.platform.persistence.Sweepable;
import org.sallyport.platform.persistence.Transactions;

/**
 * The counters of failed sign-ins. Each change is an update of plain numbers, so that tries on any
 * number of nodes all count, and the rows that all sign-ins share are locked for a moment only.
 */
@ApplicationScoped
public class SignInFailures implements Sweepable {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final String COUNT =
      "f.failures = case when f.expiresAt <= :now then 1 else f.failures + 1 end, ";
  private static final String ONE_LESS =
      "f.failures = case when f.failures > 0 then f.failures - 1 else 0 end";
  private static final String A_DAY_FROM_NOW = "f.expiresAt = :until";
  // A time later than that is of a clock that was wrong, and would never run out.
  private static final String AS_LONG_AS_IT_RUNS =
      "f.expiresAt = case when f.expiresAt <= :now or f.expiresAt > :until then :until"
          + " else f.expiresAt end";

  // Counted, but for a fault that kept us from taking it back; what a node forgets costs one try.
  private final Queue<List<Counter>> owed = new ArrayBlockingQueue<>(1_000);

  @Inject EntityManager em;
  @Inject Transactions transactions;

  /** How long the next try has to wait, if any of these counters says so. */
  public Optional<Duration> delay(List<Counter> counters, Instant now) {
    return transactions.inNew(() -> delay(counters, dated(counters, now), now));
  }

  /**
   * Counts a try before it is made, unless it has to wait; one that waits is not counted, so that
   * nobody can keep an account shut by trying on.
   *
   * @return how long it has to wait, if it has to
   */
  public Optional<Duration> admit(List<Counter> counters, Instant now) {
    settle();
    return transactions.inNew(
        () -> {
          var rows = dated(counters, now);
          var delay = delay(counters, rows, now);
          if (delay.isEmpty()) {
            count(counters, rows.keySet(), now);
          }
          return delay;
        });
  }

  /** The try has failed: the wait, if it was one too many, is reckoned from now. */
  public void failed(List<Counter> counters, Instant now) {
    transactions.inNew(
        () -> update("f.lastAt = :now", counters).setParameter("now", now).executeUpdate());
  }

  /** The try has succeeded: failures of the account are forgotten, all others stay. */
  public void succeeded(List<Counter> counters) {
    try {
      transactions.inNew(
          () ->
              update("f.failures = 0", ofOneAccount(counters)).executeUpdate()
                  + update(ONE_LESS, shared(counters)).executeUpdate());
    } catch (RuntimeException fault) {
      takeBack(counters, fault);
      throw fault;
    }
  }

  /**
   * The try was neither, through no fault of the person: it was never made. While the database is
   * away this has to wait until it is asked the next time.
   */
  public void takeBack(List<Counter> counters, Throwable fault) {
    owed.offer(counters);
    if (!StoreFault.passing(fault)) {
      settle();
    }
  }

  private void settle() {
    for (var next = owed.poll(); next != null; next = owed.poll()) {
      settle(next);
    }
  }

  private void settle(List<Counter> counters) {
    try {
      transactions.inNew(() -> update(ONE_LESS, counters).executeUpdate());
    } catch (RuntimeException stillAway) {
      owed.offer(counters);
      throw stillAway;
    }
  }

  @Override
  public String name() {
    return "failed sign-ins";
  }

  @Override
  public int sweep(Instant now, int most) {
    return new ExpiredRows("sign_in_failures", "key_hash").delete(em, now, most);
  }

  private void count(List<Counter> counters, Set<String> known, Instant now) {
    counters.stream()
        .filter(c -> !known.contains(c.keyHash()))
        .forEach(c -> row(c, now).insertUnlessPresent(em));
    count(ofOneAccount(counters), COUNT + A_DAY_FROM_NOW, now, now.plus(DAY));
    // Last, because all sign-ins share these rows.
    count(shared(counters), COUNT + AS_LONG_AS_IT_RUNS, now, now.plus(HALF_AN_HOUR));
  }

  private void count(List<Counter> counters, String change, Instant now, Instant until) {
    update(change, counters).setParameter("now", now).setParameter("until", until).executeUpdate();
  }

  private static NewRow row(Counter counter, Instant now) {
    return new NewRow(
        "insert into sign_in_failures (key_hash, failures, last_at, expires_at)"
            + " values (?, 0, ?, ?)",
        List.of(counter.keyHash(), now, now));
  }

  private Query update(String change, List<Counter> counters) {
    return em.createQuery("update SignInFailure f set " + change + " where f.keyHash in :keys")
        .setParameter("keys", keys(counters));
  }

  /**
   * The counters' rows, after failures that seem to lie ahead were dated now: waits end in time.
   */
  private Map<String, SignInFailure> dated(List<Counter> counters, Instant now) {
    var rows = rows(counters);
    var ahead =
        counters.stream()
            .filter(c -> row(rows, c).filter(r -> r.isAhead(now)).isPresent())
            .filter(c -> delay(List.of(c), rows, now).isPresent())
            .toList();
    if (!ahead.isEmpty()) {
      update("f.lastAt = case when f.lastAt > :now then :now else f.lastAt end", ahead)
          .setParameter("now", now)
          .executeUpdate();
    }
    return rows;
  }

  private Map<String, SignInFailure> rows(List<Counter> counters) {
    return em.createQuery(
            "select f from SignInFailure f where f.keyHash in :keys", SignInFailure.class)
        .setParameter("keys", keys(counters))
        .getResultStream()
        .collect(toMap(SignInFailure::keyHash, row -> row));
  }

  private static Optional<Duration> delay(
      List<Counter> counters, Map<String, SignInFailure> rows, Instant now) {
    return counters.stream()
        .flatMap(c -> row(rows, c).flatMap(r -> r.delay(c, now)).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<SignInFailure> row(Map<String, SignInFailure> rows, Counter counter) {
    return Optional.ofNullable(rows.get(counter.keyHash()));
  }

  private static List<Counter> ofOneAccount(List<Counter> counters) {
    return counters.stream().filter(Counter::ofOneAccount).toList();
  }

  private static List<Counter> shared(List<Counter> counters) {
    return counters.stream().filter(c -> !c.ofOneAccount()).toList();
  }

  private static Collection<String> keys(List<Counter> counters) {
    return counters.stream().map(Counter::keyHash).sorted().toList();
  }
}
