/** The main class of the WAR; the build puts it into META-INF/versions, which no server serves. */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport.launcher;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
