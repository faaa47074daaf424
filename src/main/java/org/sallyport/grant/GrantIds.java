package org.sallyport.grant;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.sallyport.protocol.GrantId;

/** New grant ids: UUIDs of version 7 (RFC 9562 §5.7), so that new rows lie together. */
final class GrantIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private GrantIds() {}

  static GrantId next(Instant now) {
    var high = now.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
    var low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new GrantId(new UUID(high, low));
  }
}
