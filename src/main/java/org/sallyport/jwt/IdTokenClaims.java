package org.sallyport.jwt;

import java.util.Map;
import java.util.Optional;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.Subject;

/**
 * What an ID token is to say (OpenID Connect Core §2); what the scopes allow it to know of the
 * person the client asks at userinfo.
 *
 * @param client its one audience, so that no {@code azp} is due
 * @param algorithm how the client wants it signed
 * @param session for a client that takes part in signing out
 * @param nonce as the authorization request had it; none after a refresh (§12.2)
 * @param accessToken what {@code at_hash} binds it to
 * @param personClaims what the request named one by one (§5.5)
 */
public record IdTokenClaims(
    Subject subject,
    ClientId client,
    SigningAlgorithm algorithm,
    Authentication authentication,
    Optional<SessionId> session,
    Optional<String> nonce,
    Optional<String> accessToken,
    Map<String, Object> personClaims) {}
