/** An authorization request on hold while a person signs in or consents. */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
