/**
 * Accounts that people register for themselves: {@code /register} and {@code /registration}. They
 * are there where {@code registration.domains} names domains and mail can be sent.
 *
 * <p>{@link RegisterPage} takes address, name and username. Its answer is the same for all, and
 * comes before anything is looked up: {@link RegistrationRequests} does that on another thread. An
 * address without an account gets a link, one with an account is told so by mail. Nothing but the
 * row of the link is written, and there are limits: twenty wishes of a network in an hour on each
 * node, three mails to an address in an hour, a hundred links of a network and a thousand in all
 * that were not used yet.
 *
 * <p>{@link RegistrationLinkPage} is the page of the link. A GET shows it and changes nothing; the
 * form makes the account and uses the link up, in one transaction ({@link LinkedRegistration}).
 * Nobody is signed in by it: the browser goes to the sign-in page, with the request that waited
 * there. A request with {@code prompt=create} leads here.
 *
 * <p>The door calls {@code person} ({@code SelfRegistration} has the rules) and {@code
 * person.link}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.signup;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
