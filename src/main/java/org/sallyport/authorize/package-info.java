/** The authorization endpoint (RFC 6749 §3.1): checks a request, chooses the next step, answers. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.authorize;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
