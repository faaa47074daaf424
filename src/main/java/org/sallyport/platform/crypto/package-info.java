/** Randomness, hashes and seals, in the few forms that the server uses. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
