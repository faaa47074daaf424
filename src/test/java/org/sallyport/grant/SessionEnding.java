package org.sallyport.grant;

import java.time.Clock;
import org.sallyport.platform.persistence.Store;
import org.sallyport.protocol.SessionId;
import org.sallyport.session.SessionEnded;

/** The end of a session, as grants hear of it. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class SessionEnding {
  private SessionEnding() {}

  /** Tells the grants of this store, in the transaction that runs. */
  public static void tell(Store store, String session, Clock clock) {
    var observer = new AccessEnds();
    observer.grants = TestGrants.of(store);
    observer.clock = clock;
    observer.sessionEnded(new SessionEnded(new SessionId(session)));
  }
}
