package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.session.SessionEnded;

/** Ends what hangs on a session together with it, in the same transaction. */
@ApplicationScoped
public class AccessEnds {
  @Inject Grants grants;
  @Inject Clock clock;

  void sessionEnded(@Observes SessionEnded ended) {
    grants.endBySession(ended.id(), clock.instant());
  }
}
