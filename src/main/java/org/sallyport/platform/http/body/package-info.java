/**
 * Reads the bodies of requests: forms, their encoding and their length.
 *
 * <p>{@link org.sallyport.platform.http.body.FormReader} gives JAX-RS the parameters of a form and
 * refuses what is malformed, too long, or not UTF-8. {@link
 * org.sallyport.platform.http.body.RequestBodies} lets so many be read at once, so that slow
 * senders do not hold every thread. What a request says of its body is taken from the headers as
 * they were sent, since servers answer {@code getContentType()} each in their own way.
 *
 * <p>Endpoints that take forms name {@code Parameters} as their argument and know nothing of this
 * package; the filters ask it for the media type and the encoding.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http.body;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
