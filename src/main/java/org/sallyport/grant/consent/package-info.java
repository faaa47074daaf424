/**
 * Remembered consent: what a person allowed or declined, for each client.
 *
 * <p>{@link Consents} has a row for each person and client, with the scopes that were allowed and
 * those that were declined. A later choice changes only the scopes that it is about. Two choices at
 * the same moment are both kept.
 *
 * <p>A scope, for a person and a client, is
 *
 * <ul>
 *   <li>never asked for: the consent page asks
 *   <li>allowed: not asked for again
 *   <li>declined: asked for again in another session, with its box unticked
 *   <li>refused in this session ({@link RefusedScopes}): not asked for again before the session
 *       ends
 * </ul>
 *
 * <p>A choice from before the person or the client was disabled does not count. Withdrawing a
 * consent deletes the row and ends the grants that came of it. Authorization details (RFC 9396) are
 * never remembered.
 *
 * <p>{@link ApplicationUses} tells a person which clients have tokens of theirs.
 *
 * <p>{@code authorize} reads all of it in one query as {@link RememberedConsent}; {@code consent}
 * writes it. Whether a person is asked at all is decided by {@code ConsentPolicy} in {@code
 * interaction}. It calls {@code grant} to end grants, and observes the end of sessions. There are
 * no routes.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.grant.consent;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
