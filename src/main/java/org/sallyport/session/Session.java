package org.sallyport.session;

import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * A session that is alive: who signed in with this browser, and how (OpenID Connect Core §2).
 *
 * @param id the {@code sid} claim; no secret
 */
public record Session(SessionId id, Subject subject, Authentication authentication) {}
