/** The revocation endpoint (RFC 7009). */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.revocation;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
