/** The page on which a person says what an application may have. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.consent;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
