/** Signing out at the wish of an application (OpenID Connect RP-Initiated Logout 1.0). */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.logout;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
