package org.sallyport.grant.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.NewRow;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.session.SessionEnded;

/**
 * The scopes that a person refused a client in a session, so that they are not asked for again
 * before it ends. {@link Consents} reads them beside what was consented to.
 */
@ApplicationScoped
public class RefusedScopes {
  private static final int MOST_ATTEMPTS = 50;
  private static final String READ =
      "select scopes from declined_in_session where session_id = :session and client_id = :client";
  private static final String INSERT =
      "insert into declined_in_session (session_id, client_id, scopes) values (?, ?, ?)";
  private static final String CHANGE =
      "update declined_in_session set scopes = :after"
          + " where session_id = :session and client_id = :client and scopes = :before";

  @Inject EntityManager em;

  /** Remembers that these scopes were refused; several answers may come at once. */
  public void remember(SessionId session, ClientId client, Scopes refused) {
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (refused.isEmpty() || added(session, client, refused)) {
        return;
      }
    }
    throw new LockTimeoutException("others keep changing the same refusals");
  }

  /** Forgets what was refused in a session when it ends, in the same transaction. */
  void sessionEnded(@Observes SessionEnded ended) {
    em.createNativeQuery("delete from declined_in_session where session_id = :session")
        .setParameter("session", ended.id().value())
        .executeUpdate();
  }

  private boolean added(SessionId session, ClientId client, Scopes refused) {
    var before = stored(session, client);
    if (before.isEmpty()) {
      var row = List.<Object>of(session.value(), client.value(), refused.toString());
      return new NewRow(INSERT, row).insertUnlessPresent(em);
    }
    var after = Scopes.parse(before.get()).plus(refused).toString();
    return after.equals(before.get())
        || em.createNativeQuery(CHANGE)
                .setParameter("session", session.value())
                .setParameter("client", client.value())
                .setParameter("before", before.get())
                .setParameter("after", after)
                .executeUpdate()
            == 1;
  }

  private Optional<String> stored(SessionId session, ClientId client) {
    List<?> rows =
        em.createNativeQuery(READ)
            .setParameter("session", session.value())
            .setParameter("client", client.value())
            .getResultList();
    return rows.stream().findFirst().map(String.class::cast);
  }
}
