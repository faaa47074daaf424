/** Access tokens, ID tokens and hints: minted, and read strictly. */
@NullMarked
@Floor(Floor.Level.GRANTS)
package org.sallyport.jwt;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
