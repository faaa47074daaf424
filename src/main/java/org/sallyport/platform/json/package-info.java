/** JSON, without asking each time who reads and writes it. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.json;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
