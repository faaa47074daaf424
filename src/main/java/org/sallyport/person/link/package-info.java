/**
 * Links in mails, by which people prove that they read the mail of an address: to choose a new
 * password, or the first one; to confirm an address, to take another one, or to undo that.
 *
 * <p>{@link MailLinks} makes, finds and uses them. A link is a random secret of 256 bits; the table
 * {@code mail_link} has its hash. It is
 *
 * <ul>
 *   <li>live: it can be used once, until its {@link LinkPurpose} says
 *   <li>used: by one conditional update, so that of any number of attempts on any nodes one
 *       succeeds
 *   <li>replaced: a newer link of the same person and purpose takes its row
 *   <li>expired: swept
 * </ul>
 *
 * <p>To look at a link changes nothing, since mail scanners open links; only a form uses it.
 *
 * <p>{@code recovery} is the door that shows and takes them. It calls {@code platform.sweep} and
 * {@code platform.crypto}. There are no routes.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.link;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
