package org.sallyport.grant.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.grant.GrantJoins;
import org.sallyport.grant.Grants;
import org.sallyport.platform.persistence.NewRow;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/** What people allowed, remembered per person, client and scopes. */
@ApplicationScoped
public class Consents {
  private static final int MOST_ATTEMPTS = 50;

  // What was chosen before the person or the client was disabled is asked for again. Columns, not
  // the entity, so that nothing read before in this transaction answers.
  private static final String READ =
      "select c.scopes, c.declined,"
          + " case when "
          + GrantJoins.CONSENT_COUNTS
          + " then 1 else 0 end as counts, d.scopes as refused"
          + " from consent c"
          + GrantJoins.PARTIES_OF_CONSENT
          + " left join declined_in_session d"
          + " on d.client_id = c.client_id and d.session_id = :session"
          + " where c.subject = :subject and c.client_id = :client";
  private static final String CHANGE =
      "update consent set scopes = :scopes, declined = :declined, changed_at = :now"
          + " where subject = :subject and client_id = :client"
          + " and scopes = :before and declined = :declinedBefore";

  private static final String REPLACE =
      CHANGE.replace("changed_at = :now", "changed_at = :now, given_at = :now");

  @Inject EntityManager em;
  @Inject Grants grants;

  /**
   * A row as it is stored.
   *
   * @param counts whether it was written after the person and the client were last disabled
   */
  private record Stored(ConsentChoice choice, boolean counts) {
    static Stored of(Object[] row) {
      var choice = new ConsentChoice(Scopes.parse((String) row[0]), Scopes.parse((String) row[1]));
      return new Stored(choice, ((Number) row[2]).intValue() == 1);
    }

    /** The choice that a later one adds to. */
    ConsentChoice before() {
      return counts ? choice : ConsentChoice.NONE;
    }
  }

  /** What this person has chosen for this client before, as it counts in this session. */
  public RememberedConsent remembered(Subject subject, ClientId client, SessionId session) {
    return row(new ConsentId(subject.value(), client.value()), session.value())
        .map(Consents::remembered)
        .orElse(RememberedConsent.NONE);
  }

  // What was refused in the session comes along, so that asking for it costs no statement.
  private static RememberedConsent remembered(Object[] row) {
    var refused = row[3] == null ? Scopes.NONE : Scopes.parse((String) row[3]);
    return new RememberedConsent(Stored.of(row).before(), refused);
  }

  /**
   * Remembers this choice; what it does not speak of stays as it was chosen before. Two may come at
   * once, so each changes the row only as it has read it, and the later one reads it again.
   */
  public void remember(Subject subject, ClientId client, ConsentChoice choice, Instant now) {
    var id = new ConsentId(subject.value(), client.value());
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var before = row(id, "").map(Stored::of);
      var done =
          before
              .map(b -> change(id, b, choice, now))
              .orElseGet(() -> insert(subject, client, choice, now));
      if (done) {
        return;
      }
    }
    throw new LockTimeoutException("others keep changing the same consent");
  }

  /** Forgets what this person allowed this client, and ends what came of it. */
  public void withdraw(Subject subject, ClientId client, Instant now) {
    em.createQuery("delete from Consent c where c.subject = :subject and c.client = :client")
        .setParameter("subject", subject.value())
        .setParameter("client", client.value())
        .executeUpdate();
    grants.endByConsent(subject, client, now);
  }

  /** Forgets what this person allowed anybody; ends nothing. */
  public void forget(Subject subject) {
    em.createQuery("delete from Consent c where c.subject = :subject")
        .setParameter("subject", subject.value())
        .executeUpdate();
  }

  /** All that this person allowed, by client. */
  public List<Consent> of(Subject subject) {
    return em.createQuery(
            "select c from Consent c where c.subject = :subject order by c.client", Consent.class)
        .setParameter("subject", subject.value())
        .getResultList();
  }

  private Optional<Object[]> row(ConsentId id, String session) {
    List<?> rows =
        em.createNativeQuery(READ)
            .setParameter("subject", id.subject())
            .setParameter("client", id.client())
            .setParameter("session", session)
            .getResultList();
    return rows.stream().findFirst().map(Object[].class::cast);
  }

  private boolean change(ConsentId id, Stored stored, ConsentChoice choice, Instant now) {
    var before = stored.choice();
    var after = stored.before().then(choice);
    if (stored.counts() && after.equals(before)) {
      return true;
    }
    var sql = stored.counts() ? CHANGE : REPLACE;
    return em.createNativeQuery(sql)
            .setParameter("subject", id.subject())
            .setParameter("client", id.client())
            .setParameter("before", before.allowed().toString())
            .setParameter("declinedBefore", before.declined().toString())
            .setParameter("scopes", after.allowed().toString())
            .setParameter("declined", after.declined().toString())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  private boolean insert(Subject subject, ClientId client, ConsentChoice choice, Instant now) {
    var sql =
        "insert into consent (subject, client_id, scopes, declined, given_at, changed_at)"
            + " values (?, ?, ?, ?, ?, ?)";
    var scopes = choice.allowed().toString();
    var declined = choice.declined().toString();
    return new NewRow(sql, List.of(subject.value(), client.value(), scopes, declined, now, now))
        .insertUnlessPresent(em);
  }
}
