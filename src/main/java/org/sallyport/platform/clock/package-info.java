/**
 * The time that all nodes share, so that what is stored expires everywhere at the same moment.
 *
 * <p>{@link DatabaseClock} produces the {@code Clock} that every feature injects. It shows the time
 * of the database, as long as another clock agrees with it; between two comparisons it goes on by
 * the monotonic clock of this node ({@link SharedClock}). Clocks are compared at start and every
 * ten seconds. Each node writes what it takes the time to be into a row ({@link NodeClocks}), so
 * that a majority can be told from one wrong clock. The rule is {@link ClockRule}; it is tested
 * without a database.
 *
 * <p>The clocks are
 *
 * <ul>
 *   <li>in agreement: two of three agree, within a minute
 *   <li>not in agreement: requests go on, but what cannot be undone waits
 *   <li>different by ten seconds or more: {@code /health/ready} has a warning
 * </ul>
 *
 * <p>{@link ClockAgreement} gives the time only while the clocks agree. {@code platform.sweep} asks
 * it before it deletes rows, {@code keys} before it replaces keys. All other packages just inject
 * {@code Clock}. This package calls {@code platform.persistence}; metrics show the difference.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
