package org.sallyport.platform.sweep;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The right to do work that one node at a time should do; a node that died loses it. */
final class Lease {
  private static final Duration TERM = Duration.ofMinutes(1);
  // Whoever says to hold it for longer had a clock that was wrong, and would hold it until then.
  private static final Duration LONGEST = TERM.multipliedBy(2);

  private final String name;
  private final EntityManager em;
  private final String holder = UUID.randomUUID().toString();

  /** The lease of this name, which has a row in the table. */
  Lease(String name, EntityManager em) {
    this.name = name;
    this.em = em;
  }

  /** Takes the lease for a minute, or keeps it; false if another node has it. */
  boolean take(Instant now) {
    return em.createNativeQuery(
                "update lease set holder = :holder, held_until = :until"
                    + " where name = :name and (holder = :holder or held_until < :now or held_until > :latest)")
            .setParameter("holder", holder)
            .setParameter("until", now.plus(TERM))
            .setParameter("name", name)
            .setParameter("now", now)
            .setParameter("latest", now.plus(LONGEST))
            .executeUpdate()
        == 1;
  }
}
