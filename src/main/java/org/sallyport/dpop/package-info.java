/** Proofs that the sender of a request holds a key, so that a stolen token is no use (RFC 9449). */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.dpop;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
