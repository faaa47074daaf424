package org.sallyport.platform.crypto;

import java.time.Instant;
import java.util.UUID;

/** New ids of rows: UUIDs of version 7 (RFC 9562 §5.7), so that new rows lie together. */
public final class TimeOrderedId {
  private TimeOrderedId() {}

  /** A new id of something that was made at this time. */
  public static UUID next(Instant now) {
    var random = Secrets.random(10);
    var high = now.toEpochMilli() << 16 | 0x7000 | (random[8] & 0xfL) << 8 | (random[9] & 0xffL);
    var low = 0L;
    for (var i = 0; i < Long.BYTES; i++) {
      low = low << Byte.SIZE | (random[i] & 0xffL);
    }
    return new UUID(high, low >>> 2 | 0x8000_0000_0000_0000L);
  }
}
