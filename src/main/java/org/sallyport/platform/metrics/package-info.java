/** Numbers about this node for those who run it, in the text format of Prometheus. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.metrics;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
