/** The browser's single sign-on session: a row and a cookie. */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.session;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
