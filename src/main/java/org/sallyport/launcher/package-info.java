/**
 * The main class of the WAR, which the build puts into META-INF/versions: no server serves that.
 */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport.launcher;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
