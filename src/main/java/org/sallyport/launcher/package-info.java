/** The main class of the WAR, which the build puts at its root: Java looks for it there only. */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport.launcher;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
