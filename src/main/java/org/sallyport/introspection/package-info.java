/**
 * The introspection endpoint (RFC 7662): {@code POST /oauth2/introspect}.
 *
 * <p>{@link IntrospectionResource} authenticates the client, which must be confidential, and
 * answers whether a token is active and what it says. The answer is JSON, or a signed JWT where
 * {@code Accept} asks for one (RFC 9701).
 *
 * <ul>
 *   <li>{@link AccessTokenState}: a client may ask about its own access tokens, and about those for
 *       an API that lists it in {@code introspection_clients}.
 *   <li>{@link RefreshTokenState}: only its own client may ask about a refresh token, and only the
 *       newest one of a grant is active.
 * </ul>
 *
 * <p>A token is active or it is not: it is not if it is expired, revoked, unknown, for somebody
 * else, or if its grant, session, person or client is no longer valid. The answer never says which.
 * {@link UntoldTokens} writes two reasons to the audit log, so that an operator can correct them:
 * this client is not listed, or a person or client was disabled.
 *
 * <p>APIs call it. Nothing is stored here. It calls {@code client}, {@code resource}, {@code jwt},
 * {@code grant} and {@code person}; no package calls it. {@link IntrospectionMetadata} adds it to
 * the metadata.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.introspection;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
