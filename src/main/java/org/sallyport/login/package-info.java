/** The page where a person signs in, which puts one question at a time, and the home page. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.login;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
