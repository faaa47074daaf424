/** Random secrets, hashes, and what is authenticated or sealed under the server's own keys. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
