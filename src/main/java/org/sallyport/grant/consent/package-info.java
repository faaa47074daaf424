/**
 * Remembered consent: what a person allowed or declined, for each client.
 *
 * <p>{@link org.sallyport.grant.consent.Consents} has a row for each person and client with the
 * scopes that were allowed and those that were declined. A later choice adds to it. One from before
 * the person or the client was disabled does not count any more, and is asked for again.
 *
 * <p>{@link org.sallyport.grant.consent.RefusedScopes} are scopes that were refused in a session;
 * they are not asked for again before it ends, and are forgotten with it.
 *
 * <p>States of a scope, for a person and a client: never asked, allowed, declined, refused in this
 * session. {@link org.sallyport.grant.consent.RememberedConsent} is all of that in one read.
 *
 * <p>The authorization endpoint reads it, the consent page writes it. Withdrawing a consent ends
 * the grants that came of it.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.grant.consent;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
