/** Certificates that clients show in TLS: where they are found, and what they prove (RFC 8705). */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.mtls;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
