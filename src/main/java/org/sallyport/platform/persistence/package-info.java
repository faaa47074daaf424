/**
 * The database while the application runs: persistence contexts, health, and the lock of the
 * cluster.
 *
 * <p>{@link Database} opens it in the first step of a start and closes it in the last of the end.
 * It produces the one {@code EntityManager} that beans inject; it belongs to the running
 * transaction ({@code platform.transaction}) and refuses to work outside of one.
 *
 * <p>For races between nodes: {@link ClusterLock} lets one node at a time do work at start, such as
 * applying the configuration file; {@link NewRow} inserts a row that another transaction may insert
 * at the same moment. {@link RecentlyRead} keeps what was read for a second, so a change is seen
 * within two seconds on every node. {@link UnreadableRows} reports rows that a newer version wrote.
 *
 * <p>The database is up, up but takes no writes, or down: {@link DatabaseHealth} and {@link
 * WriteHealth} tell {@code /health/ready}, and {@link StoreFaults} has requests answered with 503.
 * {@link PoolMeasures} and {@link RowMeasures} are metrics.
 *
 * <p>Look in {@code connection} for products, pool and migrations, in {@code mapping} for entities
 * and converters, in {@code platform.sweep} for the deletion of expired rows, in {@code
 * platform.clock} for the time. All packages with rows call this one; there are no routes.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
