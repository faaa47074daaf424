/** Grants, the codes and refresh tokens that stand for them, and remembered consent. */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.grant;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
