/**
 * What is registered of a client, under the names of RFC 7591 §2, RFC 9101, RFC 9126 and some of
 * our own.
 *
 * <p>{@link ClientMetadata} is the whole registration; the other types are its parts. Each part has
 * a method {@code read}, which takes its keys from an entry of the section {@code clients}, from
 * the column of a row, or from a request. The constructors refuse what contradicts itself, so a
 * value that exists is consistent. {@code docs/configuration.md} describes each key.
 *
 * <ul>
 *   <li>{@link ClientAccess}: scopes, APIs and types of authorization details, the most it may ask
 *       for
 *   <li>{@link Redirects}: redirect URIs, addresses after sign-out, web origins (CORS)
 *   <li>{@link AuthenticationMethods}, {@link AuthenticationPolicy}, {@link KeySource}: how it
 *       proves itself, and its keys
 *   <li>{@link RequestPolicy}, {@link PkcePolicy}: how its authorization requests arrive
 *   <li>{@link ResponsePolicy}, {@link TokenPolicy}: how answers are signed and encrypted, what
 *       tokens are bound to
 *   <li>{@link SignInRules}, {@link SubjectType}: sign-in, pairwise subjects and their sector
 * </ul>
 *
 * <p>Nothing here is stored, has a state or asks another host. The rest of the wing, the endpoints
 * and the pages read these values; whether the server offers what is registered is checked in
 * {@code client.registration}.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.metadata;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
