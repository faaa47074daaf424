/** GET /health/live and /health/ready: what those who watch this node want to know. */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.health;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
