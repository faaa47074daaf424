/** The token endpoint (RFC 6749 §3.2): one class per grant type, one issuer. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.token;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
