package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.session.SessionEnded;
import org.sallyport.session.Sessions;

/** Ends what a session or an account gave access to, in the transaction of the caller. */
@ApplicationScoped
public class AccessEnds {
  @Inject Sessions sessions;
  @Inject Grants grants;
  @Inject Clock clock;

  void sessionEnded(@Observes SessionEnded ended) {
    grants.endBySession(ended.id(), clock.instant());
  }

  /**
   * Ends all sessions and grants of a person, such as after a change of their password. The date of
   * that change makes them void too, but dates are in whole seconds.
   *
   * @param but a session that goes on; none if all end
   */
  public void endAll(Subject subject, Optional<SessionId> but) {
    sessions.endAll(subject, but);
    grants.endBySubject(subject, EndReason.ACCOUNT_CHANGED, clock.instant());
  }
}
