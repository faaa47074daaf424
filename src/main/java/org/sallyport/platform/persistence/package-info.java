/**
 * The store: the database while the application runs, and its transactions.
 *
 * <p>{@link org.sallyport.platform.persistence.Database} opens it as the first step of a start,
 * closes it as the last of the end, and produces the one {@code EntityManager} that all beans
 * inject. It belongs to whichever transaction runs, and refuses to work outside of one. {@link
 * org.sallyport.platform.persistence.Transactions} runs work in a transaction of its own. A row
 * that two requests may insert at once is a {@link org.sallyport.platform.persistence.NewRow}.
 *
 * <p>Two health checks say whether the database answers and takes writes; {@code /metrics} shows
 * pool and rows. Faults of the database that pass are told to {@code platform.runtime}, so that
 * they are answered with 503. {@link org.sallyport.platform.persistence.ClusterLock} has nodes that
 * start together take turns.
 *
 * <p>How it is connected is in {@code platform.persistence.connection}, how entities are mapped in
 * {@code platform.persistence.mapping}. Expired rows are deleted by {@code platform.sweep}.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
