package org.sallyport.person.signin;

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
import java.util.stream.Stream;
import org.sallyport.platform.persistence.connection.StoreFault;
import org.sallyport.platform.sweep.ExpiredRows;
import org.sallyport.platform.sweep.Sweepable;
import org.sallyport.platform.transaction.Transactions;

/**
 * The counters of failed sign-ins. Each change is an update of plain numbers, so that tries on any
 * number of nodes all count, and the rows that all sign-ins share are locked for a moment only.
 */
@ApplicationScoped
public class SignInFailures implements Sweepable {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final String COUNT =
      "f.failures = case when f.expiresAt <= :now then 1 else f.failures + 1 end, ";
  private static final String ONE_LESS =
      "f.failures = case when f.failures > 0 then f.failures - 1 else 0 end";
  private static final String A_DAY_FROM_NOW = "f.expiresAt = :until";
  // Of tries at the same moment, from wherever, one is the next that an account bears.
  private static final String NEXT =
      COUNT
          + A_DAY_FROM_NOW
          + ", f.lastAt = case when f.failures > :free then :now else f.lastAt end"
          + " where f.keyHash = :key and (f.expiresAt <= :now or f.failures <= :free"
          + " or (f.failures = :seen and f.lastAt = :seenAt))";
  // A time later than that is of a clock that was wrong, and would never run out.
  private static final String AS_LONG_AS_IT_RUNS =
      "f.expiresAt = case when f.expiresAt <= :now or f.expiresAt > :until then :until"
          + " else f.expiresAt end";

  // Counted, but for a fault that kept us from taking it back; what a node forgets costs one try.
  private final Queue<List<FailureCounter>> owed = new ArrayBlockingQueue<>(1_000);

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject AttemptReserve reserve;

  /**
   * What came of asking for a try.
   *
   * @param delay how long it has to wait, if it has to
   * @param counted what has counted it, if it may be made
   */
  record Admission(Optional<Duration> delay, List<FailureCounter> counted) {}

  /** How long a try has to wait, if it has to. */
  Optional<Duration> delay(CountedAttempt tried, Instant now) {
    return transactions.inNew(() -> delay(tried, dated(tried.counters(), now), now));
  }

  /**
   * Counts a try before it is made, unless it has to wait; one that waits is not counted, so that
   * nobody can keep an account shut by trying on. Whom only others make wait is let through by the
   * {@link AttemptReserve}, as long as it lasts.
   */
  Admission admit(CountedAttempt tried, Instant now) {
    settle();
    return transactions.inNew(() -> admit(tried, dated(tried.counters(), now), now));
  }

  private Admission admit(CountedAttempt tried, Map<String, SignInFailure> rows, Instant now) {
    var delay = delay(tried, rows, now);
    if (delay.isPresent()) {
      return new Admission(delay, List.of());
    }
    var others = delay(tried.counters(), rows, now);
    var taken =
        others
            .flatMap(wait -> tried.shares())
            .map(shares -> reserve.take(shares, now))
            .orElse(List.of());
    if (others.isPresent() && taken.isEmpty()) {
      return new Admission(others, List.of());
    }
    insert(tried.counters(), rows.keySet(), now);
    if (taken.isEmpty() && !tried.account().map(a -> isNext(a, rows, now)).orElse(true)) {
      return new Admission(Optional.of(A_MOMENT), List.of());
    }
    count(taken.isEmpty() ? tried.besideAccount() : tried.counters(), now);
    return new Admission(
        Optional.empty(), Stream.concat(taken.stream(), tried.counters().stream()).toList());
  }

  private boolean isNext(FailureCounter account, Map<String, SignInFailure> rows, Instant now) {
    var seen = row(rows, account);
    return em.createQuery("update SignInFailure f set " + NEXT)
            .setParameter("key", account.keyHash())
            .setParameter("free", account.kind().free())
            .setParameter("seen", seen.map(SignInFailure::failures).orElse(0))
            .setParameter("seenAt", seen.map(SignInFailure::lastAt).orElse(now))
            .setParameter("now", now)
            .setParameter("until", now.plus(DAY))
            .executeUpdate()
        == 1;
  }

  /** The try has failed: the wait, if it was one too many, is reckoned from now. */
  void failed(List<FailureCounter> counters, Instant now) {
    var waitedFor = counters.stream().filter(c -> !c.isReserve()).toList();
    transactions.inNew(
        () -> {
          for (var group : inOrder(waitedFor)) {
            update("f.lastAt = :now", group).setParameter("now", now).executeUpdate();
          }
          return waitedFor;
        });
  }

  /**
   * The try has succeeded: failures of the account are forgotten, all others stay. Those of others
   * stay too if it was let through in spite of them, since they go on.
   */
  void succeeded(List<FailureCounter> counters) {
    var inSpite = counters.stream().anyMatch(FailureCounter::isReserve);
    try {
      transactions.inNew(
          () -> {
            for (var group : inOrder(counters)) {
              var forgotten = group.get(0).ofOneAccount() && !(inSpite && group.get(0).yields());
              update(forgotten ? "f.failures = 0" : ONE_LESS, group).executeUpdate();
            }
            return counters;
          });
    } catch (RuntimeException fault) {
      takeBack(counters, fault);
      throw fault;
    }
  }

  /**
   * The try was neither, through no fault of the person: it was never made. While the database is
   * away this has to wait until it is asked the next time.
   */
  void takeBack(List<FailureCounter> counters, Throwable fault) {
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

  private void settle(List<FailureCounter> counters) {
    try {
      transactions.inNew(
          () -> {
            inOrder(counters).forEach(group -> update(ONE_LESS, group).executeUpdate());
            return counters;
          });
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

  private void insert(List<FailureCounter> counters, Set<String> known, Instant now) {
    counters.stream()
        .filter(c -> !known.contains(c.keyHash()))
        .forEach(c -> SignInFailure.none(c, now).insertUnlessPresent(em));
  }

  private void count(List<FailureCounter> counters, Instant now) {
    ofOneAccount(counters)
        .forEach(c -> count(List.of(c), COUNT + A_DAY_FROM_NOW, now, now.plus(DAY)));
    // Last, because all sign-ins share these rows.
    count(shared(counters), COUNT + AS_LONG_AS_IT_RUNS, now, now.plus(HALF_AN_HOUR));
  }

  private void count(List<FailureCounter> counters, String change, Instant now, Instant until) {
    update(change, counters).setParameter("now", now).setParameter("until", until).executeUpdate();
  }

  private Query update(String change, List<FailureCounter> counters) {
    return em.createQuery("update SignInFailure f set " + change + " where f.keyHash in :keys")
        .setParameter("keys", keys(counters));
  }

  /**
   * The counters' rows, after failures that seem to lie ahead were dated now: waits end in time.
   */
  private Map<String, SignInFailure> dated(List<FailureCounter> counters, Instant now) {
    var rows = rows(counters);
    var ahead =
        counters.stream()
            .filter(c -> row(rows, c).filter(r -> r.isAhead(now)).isPresent())
            .filter(c -> delay(List.of(c), rows, now).isPresent())
            .toList();
    for (var group : inOrder(ahead)) {
      update("f.lastAt = case when f.lastAt > :now then :now else f.lastAt end", group)
          .setParameter("now", now)
          .executeUpdate();
    }
    return rows;
  }

  // Who is let through waits for nobody else, and is told so.
  private Optional<Duration> delay(
      CountedAttempt tried, Map<String, SignInFailure> rows, Instant now) {
    var delay = delay(tried.counters(), rows, now);
    return delay.isPresent() && tried.shares().filter(c -> reserve.has(c, now)).isPresent()
        ? delay(tried.firm(), rows, now)
        : delay;
  }

  private Map<String, SignInFailure> rows(List<FailureCounter> counters) {
    return em.createQuery(
            "select f from SignInFailure f where f.keyHash in :keys", SignInFailure.class)
        .setParameter("keys", keys(counters))
        .getResultStream()
        .collect(toMap(SignInFailure::keyHash, row -> row));
  }

  private static Optional<Duration> delay(
      List<FailureCounter> counters, Map<String, SignInFailure> rows, Instant now) {
    return counters.stream()
        .flatMap(c -> row(rows, c).flatMap(r -> r.delay(c, now)).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<SignInFailure> row(
      Map<String, SignInFailure> rows, FailureCounter counter) {
    return Optional.ofNullable(rows.get(counter.keyHash()));
  }

  // Rows that are changed together are locked in one order, or two tries would wait for each other.
  private static List<List<FailureCounter>> inOrder(List<FailureCounter> counters) {
    var single = counters.stream().filter(c -> c.isReserve() || c.ofOneAccount()).map(List::of);
    var others = counters.stream().filter(c -> !c.isReserve() && !c.ofOneAccount()).toList();
    return Stream.concat(single, Stream.of(others)).filter(group -> !group.isEmpty()).toList();
  }

  private static List<FailureCounter> ofOneAccount(List<FailureCounter> counters) {
    return counters.stream().filter(FailureCounter::ofOneAccount).toList();
  }

  private static List<FailureCounter> shared(List<FailureCounter> counters) {
    return counters.stream().filter(c -> !c.ofOneAccount()).toList();
  }

  private static Collection<String> keys(List<FailureCounter> counters) {
    return counters.stream().map(FailureCounter::keyHash).sorted().toList();
  }
}
