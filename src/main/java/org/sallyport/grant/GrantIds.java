package org.sallyport.grant;

import java.time.Instant;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.protocol.GrantId;

/** New grant ids, ordered by time. */
final class GrantIds {
  private GrantIds() {}

  static GrantId next(Instant now) {
    return new GrantId(TimeOrderedId.next(now));
  }
}
