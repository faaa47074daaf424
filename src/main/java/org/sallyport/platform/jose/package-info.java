/**
 * JWTs and keys that others make: read strictly, verified, and encrypted to (RFC 7515 to 7519).
 *
 * <p>{@link ForeignJwt} is a signed JWT of another party: a client assertion, a request object, a
 * DPoP proof. Nothing it says counts before its signature is verified. {@link Verification} lists
 * the algorithms and checks that a key suits one, and is strong enough (RFC 8725 §3.1). {@link
 * Encryption} encrypts answers to the key of a client. {@link JoseParser} is the only class that
 * lets the library parse text of others: whatever exception it throws means that the text is
 * malformed.
 *
 * <p>{@link PublicKeys} is a JWK set. It is written in the registration of a client, or published
 * at its {@code jwks_uri}: {@link RemoteKeys} fetches it. A fetched set is
 *
 * <ul>
 *   <li>fresh for five minutes; a key that is missing in it has it fetched again, but not within
 *       ten seconds
 *   <li>stale up to an hour, and used only while it cannot be fetched
 *   <li>missing afterwards: what needs it is refused
 * </ul>
 *
 * <p>It is kept in memory on each node; nothing is stored.
 *
 * <p>{@code client}, {@code request} and {@code dpop} read what others sign; {@code keys} and
 * {@code jwt} use the parser. This package calls {@code platform.outgoing}. Our own keys are in
 * {@code keys}.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.jose;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
