package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.NewRow;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/** What people allowed, remembered per person, client and scopes. */
@ApplicationScoped
public class Consents {
  // What was chosen before the person or the client was disabled is asked for again.
  private static final String READ =
      "select c from Consent c left join Person p on p.subject = c.subject"
          + " left join Client a on a.id = c.client"
          + " where c.subject = :subject and c.client = :client"
          + " and (p.enablement.endedAt is null or p.enablement.endedAt < c.changedAt)"
          + " and (a.enablement.endedAt is null or a.enablement.endedAt < c.changedAt)";

  @Inject EntityManager em;
  @Inject Grants grants;

  /** What this person has chosen for this client before. */
  public Choice remembered(Subject subject, ClientId client) {
    return find(subject, client).map(Consent::choice).orElse(Choice.NONE);
  }

  /** Remembers this choice; what it does not speak of stays as it was chosen before. */
  public void remember(Subject subject, ClientId client, Choice choice, Instant now) {
    var before = find(subject, client);
    // Two tabs may consent at once: the later one adds to the row of the earlier.
    if (before.isEmpty() && insert(subject, client, choice, now)) {
      return;
    }
    before
        .or(() -> find(subject, client))
        .ifPresentOrElse(c -> c.add(choice, now), () -> replace(subject, client, choice, now));
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
    return em.createQuery(READ, Consent.class)
        .setParameter("subject", subject.value())
        .setParameter("client", client.value())
        .getResultStream()
        .findFirst();
  }

  private void replace(Subject subject, ClientId client, Choice choice, Instant now) {
    var old = em.find(Consent.class, new ConsentId(subject.value(), client.value()));
    if (old != null) {
      old.replace(choice, now);
    }
  }

  private boolean insert(Subject subject, ClientId client, Choice choice, Instant now) {
    var sql =
        "insert into consent (subject, client_id, scopes, declined, given_at, changed_at)"
            + " values (?, ?, ?, ?, ?, ?)";
    var scopes = choice.allowed().toString();
    var declined = choice.declined().toString();
    return new NewRow(sql, List.of(subject.value(), client.value(), scopes, declined, now, now))
        .insertUnlessPresent(em);
  }
}
