/**
 * JSON: a faster way to the provider, strict reading, and JSON Schema.
 *
 * <ul>
 *   <li>{@link Json} offers what {@code jakarta.json.Json} does, but looks up the provider once.
 *   <li>{@link StrictJson} reads text of others and refuses what readers understand differently: a
 *       key twice, a number that a double does not hold, half a character, too much depth (RFC
 *       7493).
 *   <li>{@link PlainJson} turns JSON into lists and maps, for libraries with a JSON of their own.
 *   <li>{@link JsonSchema} checks a value by a schema of draft 2020-12, such as the {@code schema}
 *       of a type of authorization details. A schema refers to nothing outside of itself, so
 *       nothing is ever fetched. Members that it does not describe are refused, unless it says
 *       otherwise.
 * </ul>
 *
 * <p>A check by a schema takes a limited number of steps ({@link Budget}), since a regular
 * expression or a schema that refers to itself may otherwise take for ever. {@link CountedNode} and
 * {@link CountedEvaluators} count them. A value that needs more steps is refused.
 *
 * <p>Nothing here has a state. All who read or write JSON call it; it calls no other package.
 * Values of the configuration file are read by {@code platform.config} instead, which says where a
 * mistake is.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.json;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
