/**
 * Deletes expired rows, and remembers values that may be used only once.
 *
 * <p>A package whose rows expire has a bean of type {@link Sweepable}; most of them use {@link
 * ExpiredRows}, which deletes by the column {@code expires_at}. {@link Sweeper} starts a round
 * every minute, on each node. {@link SweepRound} asks every bean to delete, batch after batch, each
 * in a transaction of its own.
 *
 * <p>One node at a time sweeps: the one that holds the {@link Lease}, a row that it takes for a
 * minute. A node that dies loses it. Nothing is deleted while the clocks of the nodes disagree,
 * since a deleted row cannot be had back. Rows that a request has locked are left for the next
 * round.
 *
 * <p>A row is in use, expired (it grants nothing from then on, whether swept or not), or swept.
 * Metrics show how long expired rows have waited.
 *
 * <p>{@link UsedOnce} has a row for each value that was used: the {@code jti} of a DPoP proof or a
 * client assertion, or the reference of a request. It is kept until the value would be refused
 * anyway, so a second use is refused on every node (replay).
 *
 * <p>{@code grant}, {@code interaction}, {@code person}, {@code session} and {@code keys} have rows
 * to sweep; {@code dpop}, {@code client} and {@code interaction} use {@link UsedOnce}.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.sweep;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
