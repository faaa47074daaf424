/** The commands of {@code java -jar sallyport.war}: {@code validate} and {@code version}. */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport.command;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
