/**
 * What is registered of a client: the keys of RFC 7591, OpenID Connect Dynamic Client Registration
 * and some of our own, as records that check themselves.
 *
 * <p>{@link ClientMetadata} is the whole. It asks each of its parts to read its keys from one JSON
 * object, and refuses what contradicts itself: {@link ClientDescription} is what people see, {@link
 * Redirects} where browsers return to, {@link ClientAccess} what the client may ask for, {@link
 * SignInRules} how people sign in to it, {@link SecurityPolicy} how its messages are protected. A
 * further key belongs to the part that has its neighbours.
 *
 * <p>The records do not know where the object comes from, whether what they name is served, or
 * which rules a profile adds; registration and profile do. They have no container and no table, so
 * tests make them from a line of JSON. Every door reads them from the client that it has found.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.metadata;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
