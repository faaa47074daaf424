package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.sallyport.platform.sweep.Sweepable;

/** The keys as they are kept in the database. */
@ApplicationScoped
public class ServerKeys implements Sweepable {
  // Removed keys stay for a while: a node whose clock is ahead must not take one from the others.
  private static final Duration REMAINS = Duration.ofDays(1);

  // Stands in the row of the lease while the keys of this database have never been published.
  private static final String UNPUBLISHED = "unpublished";

  @Inject EntityManager em;

  /** The names of all keys; as long as they stay the same, so does everything else about them. */
  Set<String> kids() {
    return Set.copyOf(em.createQuery("select kid from ServerKey", String.class).getResultList());
  }

  List<ServerKey> all() {
    return em.createQuery("from ServerKey", ServerKey.class).getResultList();
  }

  /**
   * Adds the next key of its series, and has the one before it retire.
   *
   * @param keep how long the retiring key is still kept
   * @return false if another node was first
   */
  boolean add(ServerKey next, Duration keep) {
    onlyThisNode();
    if (kids().isEmpty()) {
      mark("", UNPUBLISHED);
    }
    var key = next.sealed();
    if (!numbered(key.series(), key.number()).isEmpty()) {
      return false;
    }
    numbered(key.series(), key.number() - 1).forEach(k -> k.retire(next.activeFrom(), keep));
    em.persist(next);
    return true;
  }

  /**
   * Adds the first key of a series. It is used at once if no key set was ever published, since then
   * nobody has one without it.
   *
   * @return false if another node was first
   */
  boolean begin(ServerKey first) {
    onlyThisNode();
    if (!of(first.sealed().series()).isEmpty()) {
      return false;
    }
    if (mark(UNPUBLISHED, UNPUBLISHED)) {
      first.useAtOnce();
    }
    em.persist(first);
    return true;
  }

  /**
   * What a replacement did.
   *
   * @param gone the keys that are void
   * @param made the one that is used from now on, if there was no other
   */
  record Replacement(List<ServerKey> gone, Optional<ServerKey> made) {}

  /**
   * Deletes the keys of a series that have leaked, so that no clock brings them back. If none is
   * left that is in use, those that are merely announced go too.
   *
   * @param next makes the key of this number
   */
  Replacement replace(KeySeries series, KeyLeak leak, Instant now, IntFunction<ServerKey> next) {
    onlyThisNode();
    var all = of(series);
    var gone = new ArrayList<>(all.stream().filter(k -> leak.covers(k.createdAt())).toList());
    var left = all.stream().filter(k -> !gone.contains(k)).toList();
    var made = Optional.<ServerKey>empty();
    if (!gone.isEmpty() && left.stream().allMatch(k -> k.activeFrom().isAfter(now))) {
      gone.addAll(left);
      var last = all.stream().mapToInt(k -> k.sealed().number()).max().orElseThrow();
      made = Optional.of(next.apply(last + 1));
    }
    gone.forEach(em::remove);
    made.ifPresent(em::persist);
    return new Replacement(List.copyOf(gone), made);
  }

  /** From now on somebody may have the key set. */
  void beginPublishing() {
    mark(UNPUBLISHED, "");
  }

  @Override
  public String name() {
    return "removed keys";
  }

  @Override
  public int sweep(Instant now, int most) {
    return em.createQuery("delete from ServerKey where removedAt < :before")
        .setParameter("before", now.minus(REMAINS))
        .executeUpdate();
  }

  // Until the end of the transaction; the unique number alone would do, at the price of errors.
  private void onlyThisNode() {
    em.createNativeQuery("select name from lease where name = 'keys' for update").getSingleResult();
  }

  private boolean mark(String before, String after) {
    return em.createNativeQuery(
                "update lease set holder = :after where name = 'keys' and holder = :before")
            .setParameter("after", after)
            .setParameter("before", before)
            .executeUpdate()
        == 1;
  }

  private List<ServerKey> numbered(KeySeries series, int number) {
    return of(series).stream().filter(k -> k.sealed().number() == number).toList();
  }

  private List<ServerKey> of(KeySeries series) {
    return em.createQuery(
            "from ServerKey where purpose = :purpose and algorithm = :algorithm", ServerKey.class)
        .setParameter("purpose", series.purpose())
        .setParameter("algorithm", series.algorithm())
        .getResultList();
  }
}
