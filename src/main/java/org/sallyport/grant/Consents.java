package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/** What people allowed, remembered per person, client and scopes. */
@ApplicationScoped
public class Consents {
  @Inject EntityManager em;
  @Inject Grants grants;

  /** What this person has chosen for this client before. */
  public Choice remembered(Subject subject, ClientId client) {
    return find(subject, client).map(Consent::choice).orElse(Choice.NONE);
  }

  /** Remembers this choice; what it does not speak of stays as it was chosen before. */
  public void remember(Subject subject, ClientId client, Choice choice, Instant now) {
    var before = find(subject, client).map(Consent::choice);
    var after = before.orElse(Choice.NONE).then(choice);
    if (before.filter(after::equals).isEmpty()) {
      write(new Consent(subject, client, after, now));
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
            "insert into Consent (subject, client, scopes, declined, givenAt, changedAt)"
                + " values (:subject, :client, :scopes, :declined, :now, :now)"
                + " on conflict (subject, client)"
                + " do update set scopes = :scopes, declined = :declined, changedAt = :now")
        .setParameter("subject", consent.subject().value())
        .setParameter("client", consent.client().value())
        .setParameter("scopes", consent.scopes())
        .setParameter("declined", consent.declined())
        .setParameter("now", consent.changedAt())
        .executeUpdate();
  }
}
