/** Work that is done beside the requests, on threads that end with the application. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.work;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
