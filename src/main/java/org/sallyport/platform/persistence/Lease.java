package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Work that one node at a time should do; a node that died loses it after a minute. */
@ApplicationScoped
public class Lease {
  private static final Duration TERM = Duration.ofMinutes(1);

  @Inject EntityManager em;

  private final String holder = UUID.randomUUID().toString();

  /** Takes the lease of this name, or keeps it; false if another node has it. */
  boolean take(String name, Instant now) {
    return em.createNativeQuery(
                "update lease set holder = :holder, held_until = :until"
                    + " where name = :name and (holder = :holder or held_until < :now)")
            .setParameter("holder", holder)
            .setParameter("until", now.plus(TERM))
            .setParameter("name", name)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
