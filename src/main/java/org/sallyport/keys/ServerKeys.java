package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sallyport.platform.persistence.Sweepable;

/** The keys as they are kept in the database. */
@ApplicationScoped
public class ServerKeys implements Sweepable {
  // Removed keys stay for a while: a node whose clock is ahead must not take one from the others.
  private static final Duration REMAINS = Duration.ofDays(1);

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
    var key = next.sealed();
    if (!numbered(key.series(), key.number()).isEmpty()) {
      return false;
    }
    numbered(key.series(), key.number() - 1).forEach(k -> k.retire(next.activeFrom(), keep));
    em.persist(next);
    return true;
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

  private List<ServerKey> numbered(Series series, int number) {
    return em.createQuery(
            "from ServerKey where purpose = :purpose and algorithm = :algorithm and number = :number",
            ServerKey.class)
        .setParameter("purpose", series.purpose())
        .setParameter("algorithm", series.algorithm())
        .setParameter("number", number)
        .getResultList();
  }
}
