package org.sallyport.person;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.persistence.Sweepable;

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
  private static final String A_DAY_FROM_NOW = "f.expiresAt = :until";
  private static final String AS_LONG_AS_IT_RUNS =
      "f.expiresAt = case when f.expiresAt <= :now then :until else f.expiresAt end";

  @Inject EntityManager em;

  /** How long the next try has to wait, if any of these counters says so. */
  @Transactional
  public Optional<Duration> delay(List<Counter> counters, Instant now) {
    return delay(counters, rows(counters), now);
  }

  /**
   * Counts a try before it is made, unless it has to wait; one that waits is not counted, so that
   * nobody can keep an account shut by trying on.
   *
   * @return how long it has to wait, if it has to
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Duration> admit(List<Counter> counters, Instant now) {
    var rows = rows(counters);
    var delay = delay(counters, rows, now);
    if (delay.isEmpty()) {
      count(ofOneAccount(counters), rows, COUNT + A_DAY_FROM_NOW, new Span(now, now.plus(DAY)));
      // Last, because all sign-ins share these rows.
      var span = new Span(now, now.plus(HALF_AN_HOUR));
      count(shared(counters), rows, COUNT + AS_LONG_AS_IT_RUNS, span);
    }
    return delay;
  }

  /** The try has failed: the wait, if it was one too many, is reckoned from now. */
  @Transactional(TxType.REQUIRES_NEW)
  public void failed(List<Counter> counters, Instant now) {
    update("f.lastAt = :now", counters).setParameter("now", now).executeUpdate();
  }

  /** The try has succeeded: failures of the account are forgotten, all others stay. */
  @Transactional(TxType.REQUIRES_NEW)
  public void succeeded(List<Counter> counters) {
    update("f.failures = 0", ofOneAccount(counters)).executeUpdate();
    takeBack(shared(counters));
  }

  /** The try was neither, through no fault of the person: it was never made. */
  @Transactional(TxType.REQUIRES_NEW)
  public void takeBack(List<Counter> counters) {
    update("f.failures = case when f.failures > 0 then f.failures - 1 else 0 end", counters)
        .executeUpdate();
  }

  @Override
  public String name() {
    return "failed sign-ins";
  }

  @Override
  public int sweep(Instant now, int most) {
    var keys =
        em.createQuery(
                "select f.keyHash from SignInFailure f where f.expiresAt < :now", String.class)
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    return keys.isEmpty() ? 0 : delete(keys);
  }

  private int delete(List<String> keys) {
    return em.createQuery("delete from SignInFailure f where f.keyHash in :keys")
        .setParameter("keys", keys)
        .executeUpdate();
  }

  private record Span(Instant now, Instant until) {}

  private void count(
      List<Counter> counters, Map<String, SignInFailure> rows, String change, Span span) {
    update(change, counters)
        .setParameter("now", span.now)
        .setParameter("until", span.until)
        .executeUpdate();
    counters.stream()
        .filter(c -> !rows.containsKey(c.keyHash()))
        .forEach(c -> em.persist(new SignInFailure(c, span.now, span.until)));
    em.flush();
  }

  private Query update(String change, List<Counter> counters) {
    return em.createQuery("update SignInFailure f set " + change + " where f.keyHash in :keys")
        .setParameter("keys", keys(counters));
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
        .flatMap(c -> Optional.ofNullable(rows.get(c.keyHash())).stream().map(r -> r.next(c, now)))
        .filter(now::isBefore)
        .max(Comparator.naturalOrder())
        .map(next -> Duration.between(now, next));
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
