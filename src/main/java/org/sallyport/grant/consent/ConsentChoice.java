package org.sallyport.grant.consent;

import org.sallyport.protocol.Scopes;

/**
 * What a person chose for a client, scope by scope, so that each is asked for once.
 *
 * @param declined optional scopes that the person was asked for and did not give
 */
public record ConsentChoice(Scopes allowed, Scopes declined) {
  /** Nothing chosen yet. */
  public static final ConsentChoice NONE = new ConsentChoice(Scopes.NONE, Scopes.NONE);

  /** This choice, as a later one changes it. */
  public ConsentChoice then(ConsentChoice later) {
    return new ConsentChoice(
        allowed.minus(later.declined).plus(later.allowed),
        declined.minus(later.allowed).plus(later.declined));
  }
}
