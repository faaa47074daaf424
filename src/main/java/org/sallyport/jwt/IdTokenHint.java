package org.sallyport.jwt;

import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * Whom an ID token of ours was about, and for whom it was; no proof of anything now (OpenID Connect
 * Core §3.1.2.1, RP-Initiated Logout §2).
 */
public record IdTokenHint(Subject subject, ClientId client, Optional<SessionId> session) {}
