/** The introspection endpoint (RFC 7662). */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.introspection;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
