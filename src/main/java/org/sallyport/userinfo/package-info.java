/**
 * The userinfo endpoint (OpenID Connect Core §5.3): {@code GET} and {@code POST /oauth2/userinfo}.
 *
 * <p>{@link UserinfoResource} takes an access token with scope {@code openid} and answers the
 * claims that its scopes allow, and those that the authorization request named in {@code claims}.
 * The answer is JSON, or a signed and perhaps encrypted JWT where the client is registered so.
 *
 * <p>{@link BearerToken} reads the token from the header {@code Authorization} or, once, from a
 * form. {@link BearerAuthentication} verifies it and checks that its grant, client and person are
 * still valid. {@link BoundTokenCheck} requires the DPoP proof or the certificate that a token is
 * bound to. {@link InteractionId} answers {@code x-fapi-interaction-id}.
 *
 * <p>Nothing is stored, except that a DPoP proof is marked as used. Refusals have the header {@code
 * WWW-Authenticate} (RFC 6750 §3); {@code platform.http} writes it.
 *
 * <p>Applications call it, also from scripts of other origins (CORS). It calls {@code jwt} to
 * verify and sign, {@code grant} for validity, {@code person} for claims, {@code client} for
 * subject identifiers and encryption keys, and {@code dpop} for proofs. No package calls it. Its
 * path and algorithms are in the metadata by {@link UserinfoMetadata}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.userinfo;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
