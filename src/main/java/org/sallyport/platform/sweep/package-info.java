/**
 * Deletes expired rows.
 *
 * <p>Every minute one node, which holds the {@code Lease}, asks each {@link
 * org.sallyport.platform.sweep.Sweepable} to delete what has expired, in batches of a transaction
 * each; nothing is deleted while the clocks disagree. A feature whose rows expire has a bean of
 * that type, and mostly an {@link org.sallyport.platform.sweep.ExpiredRows} that does it.
 *
 * <p>{@link org.sallyport.platform.sweep.UsedOnce} remembers values until they expire that may be
 * used only once, such as the {@code jti} of a proof or an assertion.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.sweep;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
