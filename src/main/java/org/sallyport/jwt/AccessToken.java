package org.sallyport.jwt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * An access token that this server has signed and that has not expired; whether it was revoked, or
 * its grant has ended, it does not know.
 *
 * @param bound what its bearer has to show to have
 * @param claims all of its claims, as introspection shows them (RFC 7662 §2.2)
 */
public record AccessToken(
    String jti,
    Subject subject,
    ClientId client,
    Scopes scopes,
    List<String> audience,
    Instant issuedAt,
    Instant expiresAt,
    Optional<GrantId> grant,
    Optional<SessionId> session,
    Optional<Confirmation> bound,
    Map<String, Object> claims) {}
