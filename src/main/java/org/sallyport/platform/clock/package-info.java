/**
 * The time that all nodes share.
 *
 * <p>{@link org.sallyport.platform.clock.DatabaseClock} produces the {@code Clock} that every
 * feature injects: the database's time, as long as another clock agrees with it. It is compared at
 * start and every ten seconds; nodes leave their readings in a table, so that a clock that is wrong
 * is told from the others. The rule is in {@code ClockRule} and is tested without a database.
 *
 * <p>Clocks agree, or it is not known, or this node's is wrong: health and metrics show which. What
 * cannot be undone asks {@link org.sallyport.platform.clock.ClockAgreement} first: the sweeper and
 * the removal of old keys.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
