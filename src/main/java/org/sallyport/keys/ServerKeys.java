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
   * Adds the next key of its series, and has the one before it retire; fails by the unique number
   * if another node was first.
   *
   * @param keep how long the retiring key is still kept
   * @return the key added
   */
  ServerKey add(ServerKey next, Duration keep) {
    em.persist(next);
    em.flush();
    predecessors(next.sealed()).forEach(key -> key.retire(next.activeFrom(), keep));
    return next;
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

  private List<ServerKey> predecessors(SealedKey next) {
    return em.createQuery(
            "from ServerKey where purpose = :purpose and algorithm = :algorithm and number = :number",
            ServerKey.class)
        .setParameter("purpose", next.series().purpose())
        .setParameter("algorithm", next.series().algorithm())
        .setParameter("number", next.number() - 1)
        .getResultList();
  }
}
