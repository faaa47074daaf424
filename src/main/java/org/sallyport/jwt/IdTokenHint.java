package org.sallyport.jwt;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * Whom an ID token of ours was about, and for whom it was; no proof of anything now (OpenID Connect
 * Core §3.1.2.1, RP-Initiated Logout §2).
 *
 * @param session if the client takes part in signing out
 * @param signedInAt its {@code auth_time}, in whole seconds
 */
public record IdTokenHint(
    Subject subject, ClientId client, Optional<SessionId> session, Optional<Instant> signedInAt) {}
