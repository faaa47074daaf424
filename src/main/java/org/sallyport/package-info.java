/** Sallyport: an OAuth 2.1 authorization server and OpenID provider. */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport;

import org.jspecify.annotations.NullMarked;
