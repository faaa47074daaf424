/**
 * Bodies of requests: forms, their encoding, their length, and how many are read at once.
 *
 * <p>{@link FormReader} gives JAX-RS the {@code Parameters} of a form. It refuses a form that is
 * malformed, longer than 64 KiB, or not UTF-8. {@link UntypedBody} treats a {@code POST} without a
 * body as an empty form, and refuses a body without a media type.
 *
 * <p>{@link RequestBodies} limits how many bodies are read at once. A sender that is slow holds a
 * thread, so if there are too many, the slowest gives way and gets a refusal. It also keeps with a
 * request that its form was read: reading it again would wait for the sender.
 *
 * <p>{@link SentContentType} is the header {@code Content-Type} as it was sent, since servers
 * change what {@code getContentType()} answers. {@link BodyCharset} and {@link MediaTypes} parse
 * it.
 *
 * <p>A body is unread, being read, read, or refused; nothing of it outlives the request. Endpoints
 * that take forms have {@code Parameters} as an argument and know nothing of this package. {@code
 * userinfo} reads its body by itself. The filters call it for media type and encoding. It calls
 * {@code protocol} and {@code platform.runtime}.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http.body;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
