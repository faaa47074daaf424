/**
 * The sign-in page {@code /login} and the home page {@code /}.
 *
 * <p>{@link SignInPage} shows one {@link SignInQuestion} at a time: the first that fits, by its
 * order. {@link AccountChooser} asks who is to go on; {@link PasswordQuestion} asks for name and
 * password; {@link NewPasswordQuestion} asks for another one, where that is due ({@link
 * DuePasswordChange}). A further question, such as a passkey, is one bean and one fragment in
 * {@code WEB-INF/sign-in}.
 *
 * <p>The page gets the request on hold as a ticket in the address, and stores nothing before the
 * password is right. Then {@link PasswordSignIn} begins the session, remembers the browser for 180
 * days, and sends the browser back to where the request goes on. An expired ticket has its own
 * page; a form of another browser is refused with 403.
 *
 * <p>An attempt is accepted, wrong (400), throttled (429 with {@code Retry-After}), or not judged.
 * The page never says whether an account exists. Each attempt is in the audit log with a case
 * number. The counting of failures (lockout, rate limit) is not here: see {@code person.signin}.
 *
 * <p>{@link SignInPriorityFilter} makes the endpoints for applications wait, one second at most,
 * while people wait for their passwords to be checked.
 *
 * <p>Browsers call it, led here by {@code authorize}. It calls {@code interaction}, {@code person},
 * {@code session} and {@code client}; no package calls it.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.login;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
