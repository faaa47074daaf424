package org.sallyport.platform.outgoing;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When all of one exchange has to be over. */
record Deadline(long nanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The milliseconds that are left, at least one; refuses when there are none. */
  int left() throws SocketTimeoutException {
    var left = (nanos - System.nanoTime()) / 1_000_000;
    if (left < 1) {
      throw new SocketTimeoutException("it took too long");
    }
    return (int) left;
  }
}
