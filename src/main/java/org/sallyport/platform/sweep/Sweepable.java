package org.sallyport.platform.sweep;

import java.time.Instant;

/** Rows that nobody needs any more; a bean of this type has them swept. */
public interface Sweepable {

  /** What is swept, for the log. */
  String name();

  /**
   * Deletes rows that expired before {@code now}, in the transaction of the caller.
   *
   * @param most how many rows to delete at most
   * @return how many were deleted
   */
  int sweep(Instant now, int most);
}
