/** The userinfo endpoint (OpenID Connect Core §5.3). */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.userinfo;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
