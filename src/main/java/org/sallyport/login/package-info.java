/** The page where a person signs in, and the home page. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.login;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
