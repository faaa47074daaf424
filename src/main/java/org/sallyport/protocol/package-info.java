/** The language of the specifications: values that cannot be wrong, and refusals. */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
