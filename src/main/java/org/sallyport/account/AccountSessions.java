package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.SignedOut;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.session.OpenSession;
import org.sallyport.session.Session;
import org.sallyport.session.Sessions;

/** The sessions of the person who is signed in, and their ends; nobody else's are ever touched. */
@ApplicationScoped
@Transactional
class AccountSessions {
  private static final String REASON = "from the account page";

  @Inject Sessions sessions;
  @Inject Audit audit;

  /** Those that are alive and that count, the one that was used last first. */
  List<OpenSession> of(CurrentUser user) {
    return sessions.of(user.person().subject()).stream()
        .filter(open -> CurrentUsers.speaksFor(open.session(), user.person()))
        .toList();
  }

  /** Ends one of them with all that hangs on it; false if it is over, or somebody else's. */
  boolean end(CurrentUser user, String id) {
    var own =
        of(user).stream()
            .map(OpenSession::session)
            .filter(session -> session.id().value().equals(id))
            .toList();
    own.forEach(this::end);
    return !own.isEmpty();
  }

  /** Ends all but the one of this browser. */
  void endOthers(CurrentUser user) {
    of(user).stream()
        .map(OpenSession::session)
        .filter(session -> !session.id().equals(user.session().id()))
        .forEach(this::end);
  }

  private void end(Session session) {
    sessions.end(session);
    audit.record(new SignedOut(session.subject(), session.id(), REASON));
  }
}
