/** GET /.well-known/openid-configuration and its sibling: what this server can do. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.discovery;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
