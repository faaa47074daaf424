/** Asks other hosts, which clients name, without being led anywhere else. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.outgoing;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
