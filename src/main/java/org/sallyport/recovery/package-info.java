/**
 * The ways back into an account by mail: {@code /forgot}, {@code /reset} and {@code /invitation}.
 *
 * <p>{@link ForgotPage} takes a sign-in name or an address. Its answer is the same for all, and
 * comes before anything is looked up: {@link ResetRequests} does that on another thread. There are
 * limits: twenty wishes of a network in an hour on each node, three mails to an account in an hour
 * on all nodes, two hundred that wait at once.
 *
 * <p>{@link NewPasswordPage} is the page of the link. A GET shows it and changes nothing, since
 * mail scanners open links; the form uses the link up. {@link LinkedPassword} keeps the password,
 * uses the link, marks the address as verified, and writes a mail about the change, all in one
 * transaction. All sessions and grants from before are void then, and other links of the person
 * too. Nobody is signed in by a link, and no other factor is touched: the browser goes to the
 * sign-in page, with the request that waited there.
 *
 * <p>{@link Invitations} sends a link to people whose entry in the configuration file has {@code
 * "invite": true}, once.
 *
 * <p>Without mail the pages say that it is not available. The door calls {@code person}, {@code
 * person.link} and {@code platform.mail}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.recovery;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
