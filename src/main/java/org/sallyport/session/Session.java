package org.sallyport.session;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
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

  /**
   * Whether the person signed in at this time or later; sign-ins are known to the second (OpenID
   * Connect Core §2, {@code auth_time}).
   */
  public boolean isSince(Instant time) {
    return !authentication().time().isBefore(time.truncatedTo(SECONDS));
  }
}
