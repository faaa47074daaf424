/** Signed JWTs that others make: read strictly, and verified by the keys they publish. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.jose;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
