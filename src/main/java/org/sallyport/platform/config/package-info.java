/** The settings and the configuration file, read once at start and checked by constructors. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.config;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
