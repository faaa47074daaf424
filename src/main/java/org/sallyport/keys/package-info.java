/** The server's own keys: made at first start, kept sealed in the database, rotated by time. */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.keys;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
