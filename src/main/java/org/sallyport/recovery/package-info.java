/**
 * The ways back into an account by mail: {@code /forgot}, {@code /reset}, {@code /invitation},
 * {@code /verification}, {@code /email-change} and {@code /not-me}.
 *
 * <p>{@link ForgotPage} takes a sign-in name or an address. Its answer is the same for all, and
 * comes before anything is looked up: {@link ResetRequests} does that on another thread. A network
 * has twenty wishes in an hour on each node, an account three mails on all nodes; two hundred wait.
 *
 * <p>All others are pages of links. A GET shows one and changes nothing, since mail scanners open
 * links; the form uses the link up, in one transaction with what it is for. {@link NewPasswordPage}
 * and {@link LinkedPassword} keep a password, mark the address as verified, and void sessions,
 * grants and other links. {@link AddressLinkPage} and {@link LinkedAddress} confirm an address.
 * {@link NotMePage} and {@link AccountRescue} undo its change, and void the password too. Nobody is
 * signed in by a link, and no other factor is touched.
 *
 * <p>{@link Invitations} sends a link to people whose entry in the configuration file has {@code
 * "invite": true}, once. The door calls {@code person}, {@code person.link}, {@code session},
 * {@code grant} and {@code platform.mail}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.recovery;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
