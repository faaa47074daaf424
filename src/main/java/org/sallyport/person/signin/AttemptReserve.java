package org.sallyport.person.signin;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sallyport.person.signin.ReserveShares.Share;

/**
 * Tries at an account that are kept for networks which have made few of them, when others have made
 * so many that all would have to wait: its owner comes from such a network. What is kept is as much
 * as may be guessed of one account in a day, however many networks guess.
 *
 * <p>Nothing is stored before a try is made, and of a try no more than four numbers for a day.
 */
@ApplicationScoped
class AttemptReserve {
  private static final Duration DAY = Duration.ofDays(1);

  // Nodes' clocks differ by less.
  private static final Duration SKEW = Duration.ofMinutes(5);

  // A condition, so that of any number of tries at once no more are let through than there are. A
  // time further ahead than a day is of a clock that was wrong, and would never run out.
  private static final String TAKE =
      "update SignInFailure f set f.lastAt = :now,"
          + " f.failures = case when f.expiresAt <= :now or f.expiresAt > :latest then 1"
          + " else f.failures + 1 end,"
          + " f.expiresAt = case when f.expiresAt <= :now or f.expiresAt > :until then :until"
          + " else f.expiresAt end"
          + " where f.keyHash = :key"
          + " and (f.expiresAt <= :now or f.expiresAt > :latest or f.failures < :most)";

  private static final String USED =
      "select f.keyHash, f.failures from SignInFailure f"
          + " where f.keyHash in :keys and f.expiresAt > :now and f.expiresAt <= :latest";

  @Inject EntityManager em;

  /** Whether there is a try left, as far as can be seen now; nothing is written. */
  boolean has(ReserveShares shares, Instant now) {
    var used = used(shares.all(), now);
    var before = used.getOrDefault(shares.ofNetwork().counter().keyHash(), 0);
    return Stream.concat(
            Stream.of(shares.ofNetwork(), shares.ofTurn(before)), shares.ofSite().stream())
        .allMatch(s -> used.getOrDefault(s.counter().keyHash(), 0) < s.most());
  }

  /** Takes a try, in the transaction of the caller; gives what counts it, or nothing. */
  List<FailureCounter> take(ReserveShares shares, Instant now) {
    var taken = new ArrayList<FailureCounter>();
    var all = take(shares.ofNetwork(), now, taken) && takeRest(shares, now, taken);
    if (!all) {
      giveBack(taken);
      return List.of();
    }
    return taken;
  }

  // What sites share comes last, since tries at all accounts may wait for that row.
  private boolean takeRest(ReserveShares shares, Instant now, List<FailureCounter> taken) {
    var network = shares.ofNetwork();
    var used = used(Stream.of(network), now).getOrDefault(network.counter().keyHash(), 1);
    var turn = shares.ofTurn(used - 1);
    return take(turn, now, taken)
        && shares.ofSite().stream().allMatch(share -> take(share, now, taken));
  }

  private boolean take(Share share, Instant now, List<FailureCounter> taken) {
    var one =
        update(share, now)
            || (SignInFailure.none(share.counter(), now).insertUnlessPresent(em)
                && update(share, now));
    if (one) {
      taken.add(share.counter());
    }
    return one;
  }

  private boolean update(Share share, Instant now) {
    return em.createQuery(TAKE)
            .setParameter("now", now)
            .setParameter("until", now.plus(DAY))
            .setParameter("latest", now.plus(DAY).plus(SKEW))
            .setParameter("key", share.counter().keyHash())
            .setParameter("most", share.most())
            .executeUpdate()
        == 1;
  }

  private void giveBack(List<FailureCounter> taken) {
    if (!taken.isEmpty()) {
      em.createQuery("update SignInFailure f set f.failures = f.failures - 1 where f.keyHash in :k")
          .setParameter("k", taken.stream().map(FailureCounter::keyHash).toList())
          .executeUpdate();
    }
  }

  // By the hash of what is counted; what is not used at all is not there.
  private Map<String, Integer> used(Stream<Share> shares, Instant now) {
    return em.createQuery(USED, Object[].class)
        .setParameter("keys", shares.map(s -> s.counter().keyHash()).toList())
        .setParameter("now", now)
        .setParameter("latest", now.plus(DAY).plus(SKEW))
        .getResultStream()
        .collect(toMap(row -> (String) row[0], row -> (Integer) row[1]));
  }
}
