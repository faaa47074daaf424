/**
 * Authorization requests that clients sent ahead (RFC 9126), and which requests have been answered.
 *
 * <p>{@code POST /oauth2/par} stores a sound request with {@link
 * org.sallyport.interaction.pushed.PushedRequests} and gives its {@code request_uri}. The browser
 * brings that to {@code /oauth2/authorize}.
 *
 * <p>States of a pushed request: waiting, for one minute; taken up, when a browser has brought it,
 * which may load its pages more than once; answered, when its row is deleted and its reference is
 * remembered as used. The row has the hash of the reference alone.
 *
 * <p>{@link org.sallyport.interaction.pushed.AnsweredRequests} holds the same for all requests, by
 * what the person did for them: of any number of answers at the same moment one counts.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.interaction.pushed;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
