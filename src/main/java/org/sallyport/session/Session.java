package org.sallyport.session;

import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;

/**
 * A session that is alive: who signed in with this browser, and how (OpenID Connect Core §2).
 *
 * @param id the {@code sid} claim; no secret
 * @param factors what proved who it is
 */
public record Session(SessionId id, Subject subject, SignInFactors factors) {

  /** What clients are told of the sign-in. */
  public Authentication authentication() {
    return factors.authentication();
  }
}
