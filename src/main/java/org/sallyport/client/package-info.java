/** Who may ask: registered clients, how they authenticate, and the resource servers they call. */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
