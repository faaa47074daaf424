package org.sallyport.grant;

import java.time.Clock;
import org.sallyport.platform.persistence.Store;
import org.sallyport.protocol.SessionId;
import org.sallyport.session.SessionEnded;

/** The end of a session, as grants hear of it. */
public final class SessionEnding {
  private SessionEnding() {}

  /** Tells the grants of this store, in the transaction that runs. */
  public static void tell(Store store, String session, Clock clock) {
    TestGrants.accessEnds(store, clock).sessionEnded(new SessionEnded(new SessionId(session)));
  }
}
