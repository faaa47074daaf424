package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.PersonChanged;
import org.sallyport.platform.sweep.Sweepable;
import org.sallyport.protocol.Subject;

/**
 * Disables accounts whose time is over, within a minute: all that they were given ends for good.
 * Until then they may sign in, so that a clock that is wrong for a moment ends nothing.
 */
@ApplicationScoped
public class AccountExpiry implements Sweepable {
  private static final String OVER =
      "select p.subject from Person p where p.account.expiresAt <= :now"
          + " and p.enablement.enabled = true";

  @Inject EntityManager em;
  @Inject People people;
  @Inject Audit audit;

  @Override
  public String name() {
    return "accounts whose time is over";
  }

  /** Disables them; their rows stay. */
  @Override
  public int sweep(Instant now, int most) {
    var over =
        em.createQuery(OVER, String.class)
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    over.forEach(subject -> expire(new Subject(subject), now));
    return over.size();
  }

  private void expire(Subject subject, Instant now) {
    people
        .locked(subject)
        .filter(Person::enabled)
        .ifPresent(
            person -> {
              person.expire(now);
              audit.record(new PersonChanged(subject, "expired"));
            });
  }
}
