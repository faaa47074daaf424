/**
 * Authenticates clients by the method they are registered for (RFC 6749 §2.3).
 *
 * <p>{@link ClientAuthentication} takes a form and its request. Each {@link
 * ClientAuthenticationMethod} that is served says whether the request uses it, and whom it claims
 * to be; two methods at once are refused. The client is found, its proof is tested, and the method
 * is compared with those registered. What comes out is an {@link AuthenticatedClient}, which
 * nothing else can make; what fails is counted against the address and refused in the same words
 * for an unknown client and a wrong secret.
 *
 * <p>The methods are one class each: {@link PublicClient}, {@link ClientSecretBasic}, {@link
 * ClientSecretPost}, {@link ClientSecretJwt}, {@link PrivateKeyJwt}, {@link TlsClientAuth} and
 * {@link SelfSignedTlsClientAuth}. A further class is served and announced by existing. Assertions
 * are used once ({@link ClientAssertions}).
 *
 * <p>It has no routes. The endpoints for tokens, pushed requests, introspection and revocation
 * begin with it.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.authentication;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
