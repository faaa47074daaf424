package org.sallyport.platform.jose;

import java.time.Clock;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.platform.outgoing.TestFetches;
import org.sallyport.platform.outgoing.TestOutgoing;

/** Keys of others, as a test can reach them. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestRemoteKeys {
  private TestRemoteKeys() {}

  /** Those that this way out leads to. */
  public static RemoteKeys by(OutgoingRequests outgoing, Clock clock) {
    var keys = new RemoteKeys();
    keys.outgoing = outgoing;
    keys.fetches = TestFetches.atOnce();
    keys.patience = TestOutgoing.endless();
    keys.clock = clock;
    return keys;
  }
}
