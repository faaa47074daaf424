/**
 * Authorization requests that clients sent ahead (PAR, RFC 9126), and which requests have been
 * answered.
 *
 * <p>{@code POST /oauth2/par} in {@code authorize} stores a checked request by {@link
 * PushedRequests} and answers its {@code request_uri}. The browser brings that to {@code
 * /oauth2/authorize}. The row holds the hash of the reference only.
 *
 * <p>A pushed request is
 *
 * <ul>
 *   <li>waiting: for one minute, until a browser brings it; void if its client is disabled
 *       meanwhile
 *   <li>taken up: its pages are shown, more than once if the browser loads them again
 *   <li>answered: the row is deleted and the reference is remembered as used
 *   <li>expired: it may not be taken up any more; the sweeper deletes the row
 * </ul>
 *
 * <p>{@link AnsweredRequests} does the same for requests that were not pushed: what a person did
 * for one counts for one answer, of any number at the same moment, on any node. A ticket that
 * nobody acted on stores nothing.
 *
 * <p>{@code authorize} and {@code consent} call it. The rate limit on pushed requests of public
 * clients is in {@code platform.ratelimit}. It calls {@code UsedOnce} of {@code platform.sweep}.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction.pushed;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
