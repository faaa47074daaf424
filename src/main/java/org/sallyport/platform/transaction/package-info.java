/**
 * Transactions: what is done in one is kept as a whole, or not at all.
 *
 * <p>A method that is {@link Transactional} runs in the transaction of its caller, or begins one
 * and ends it ({@link TransactionInterceptor}). An unchecked exception undoes it, a checked one
 * does not; doors also keep what a refusal did. {@link Transactions} does work in a transaction of
 * its own while another waits.
 *
 * <p>A {@link Transaction} belongs to one thread. It is running, undone or over: once a fault has
 * left a joined method, nothing of it is kept, even if somebody catches the fault. The store takes
 * part from its first use on, so a request that reads nothing takes no connection.
 *
 * <p>There is one database, so nothing has to be agreed between several: the transaction manager of
 * the server is not asked (decision 88).
 *
 * <p>{@code platform.persistence} is what takes part; {@code platform.outgoing} asks whether a
 * transaction runs, since nobody waits for another host meanwhile. Doors and services of every
 * floor carry the annotation.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.transaction;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
