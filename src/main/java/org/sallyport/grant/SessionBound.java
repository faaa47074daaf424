package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.session.SessionEnded;

/** Ends what hangs on a session in the transaction that ends the session. */
@ApplicationScoped
class SessionBound {
  @Inject Grants grants;
  @Inject Clock clock;

  void end(@Observes SessionEnded ended) {
    grants.endBySession(ended.id(), clock.instant());
  }
}
