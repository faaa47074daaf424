package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Subject;

/** What people allowed, remembered per person, client and scopes. */
@ApplicationScoped
public class Consents {
  @Inject EntityManager em;
  @Inject Grants grants;

  /** The scopes this person has allowed this client before. */
  public Scopes remembered(Subject subject, ClientId client) {
    return find(subject, client).map(Consent::scopes).orElse(Scopes.NONE);
  }

  /** Remembers these scopes beside those remembered before. */
  public void remember(Subject subject, ClientId client, Scopes scopes, Instant now) {
    var before = remembered(subject, client);
    if (!before.containsAll(scopes) || scopes.isEmpty()) {
      write(new Consent(subject, client, before.plus(scopes), now));
    }
  }

  /** Forgets what this person allowed this client, and ends what came of it. */
  public void withdraw(Subject subject, ClientId client, Instant now) {
    em.createQuery("delete from Consent c where c.subject = :subject and c.client = :client")
        .setParameter("subject", subject.value())
        .setParameter("client", client.value())
        .executeUpdate();
    grants.endByConsent(subject, client, now);
  }

  /** All that this person allowed, by client. */
  public List<Consent> of(Subject subject) {
    return em.createQuery(
            "select c from Consent c where c.subject = :subject order by c.client", Consent.class)
        .setParameter("subject", subject.value())
        .getResultList();
  }

  private Optional<Consent> find(Subject subject, ClientId client) {
    var id = new ConsentId(subject.value(), client.value());
    return Optional.ofNullable(em.find(Consent.class, id));
  }

  // Two tabs may consent at once: the later one adds to the row of the earlier.
  private void write(Consent consent) {
    em.createQuery(
            "insert into Consent (subject, client, scopes, givenAt, changedAt)"
                + " values (:subject, :client, :scopes, :now, :now)"
                + " on conflict (subject, client)"
                + " do update set scopes = :scopes, changedAt = :now")
        .setParameter("subject", consent.subject().value())
        .setParameter("client", consent.client().value())
        .setParameter("scopes", consent.scopes())
        .setParameter("now", consent.changedAt())
        .executeUpdate();
  }
}
