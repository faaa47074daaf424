/** The database: its pool, its migrations, its transactions, and what falls due in it. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
