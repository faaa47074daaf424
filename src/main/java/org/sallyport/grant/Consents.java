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
    before.or(() -> find(subject, client)).ifPresent(c -> c.add(choice, now));
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
