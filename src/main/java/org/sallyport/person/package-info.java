/** People: their names, claims and passwords, and the brake on guessing them. */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
