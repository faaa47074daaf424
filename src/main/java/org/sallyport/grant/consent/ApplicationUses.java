package org.sallyport.grant.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Subject;

/** Which clients have tokens of a person, for that person to see. */
@ApplicationScoped
public class ApplicationUses {
  private static final String READ =
      "select new org.sallyport.grant.consent.ApplicationUse(g.client, min(g.createdAt),"
          + " max(coalesce(g.rotatedAt, g.redeemedAt))) from Grant g"
          + " where g.subject = :subject and g.redeemedAt is not null and g.endedAt is null"
          + " and g.createdAt >= :since and g.expiresAt > :now group by g.client";

  @Inject EntityManager em;

  /**
   * The clients with a grant of this person that is neither ended nor over.
   *
   * @param since grants from before are void, as after a change of the password
   */
  @Transactional
  public List<ApplicationUse> of(Subject subject, Instant since, Instant now) {
    return em.createQuery(READ, ApplicationUse.class)
        .setParameter("subject", subject)
        .setParameter("since", since)
        .setParameter("now", now)
        .getResultList();
  }
}
