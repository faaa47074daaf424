/** One structured line per deed and per refusal. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
