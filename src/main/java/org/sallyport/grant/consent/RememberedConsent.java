package org.sallyport.grant.consent;

import org.sallyport.protocol.Scopes;

/**
 * What a person has chosen for a client before, as it counts in one session.
 *
 * @param choice the latest choice for each scope, in whichever session
 * @param refused the scopes that were refused in this session; elsewhere a refusal counts no longer
 */
public record RememberedConsent(ConsentChoice choice, Scopes refused) {
  /** Nothing chosen yet. */
  public static final RememberedConsent NONE =
      new RememberedConsent(ConsentChoice.NONE, Scopes.NONE);

  /** What is allowed. */
  public Scopes allowed() {
    return choice.allowed();
  }

  /** What is not to be asked for again in this session. */
  public Scopes declined() {
    return choice.declined().intersect(refused);
  }
}
