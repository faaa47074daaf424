/**
 * Numbers about this node, in the text format of Prometheus.
 *
 * <p>{@link Measured} is the interface of a bean that has numbers; it is asked whenever the metrics
 * are, and must not wait for anything. {@link Family} is a metric: its name, type (counter or
 * gauge) and help text. {@link Measure} is one number of a family, with its labels. {@link Tally}
 * adds up what happens, for a counter. {@link MetricsText} writes all of them.
 *
 * <p>A new metric is a {@link Measured} bean in the package that knows the number. Labels must have
 * few values, whatever a stranger sends: each combination is kept in memory.
 *
 * <p>Counters begin at zero when the node starts; nothing is stored or shared between nodes. Each
 * node tells of itself alone.
 *
 * <p>The route {@code /metrics} is in {@code health}, which calls this package. These packages have
 * numbers: {@code platform} (requests, audit events, connections, rows), {@code keys} (age of keys)
 * and {@code person} (password checks). {@code docs/operate.md} says what to watch. This package
 * calls no other.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.metrics;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
