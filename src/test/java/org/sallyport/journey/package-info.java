/** Whole journeys over HTTP, as an application and a person make them. */
@NullMarked
package org.sallyport.journey;

import org.jspecify.annotations.NullMarked;
