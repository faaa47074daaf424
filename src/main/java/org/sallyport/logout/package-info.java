/**
 * Sign-out at the wish of an application (OpenID Connect RP-Initiated Logout 1.0), or of the
 * person.
 *
 * <p>Routes: {@code GET} and {@code POST /oauth2/logout} for applications; the page {@code
 * /logout}.
 *
 * <p>{@link LogoutRequests} reads {@code id_token_hint}, {@code client_id}, {@code
 * post_logout_redirect_uri} and {@code state}. It refuses an address that the client has not
 * registered. A request in a form goes on as {@code GET} with a ticket, since the session cookie is
 * {@code SameSite=Lax}.
 *
 * <ul>
 *   <li>The hint is of this very session: {@link LogoutResource} ends the session at once.
 *   <li>There is a session, but no such hint: {@link LogoutPage} asks the person.
 *   <li>There is no session: nothing is to be ended.
 * </ul>
 *
 * <p>Then the browser goes to the address of the application, or stays on the page.
 *
 * <p>{@link SignOut} takes a session from alive to ended and clears its cookie. {@code session}
 * tells {@code grant} in the same transaction, which ends the grants of that session except offline
 * ones.
 *
 * <p>Browsers call it. It calls {@code jwt} for the hint, {@code interaction} for tickets, {@code
 * session}, {@code grant}, {@code client} and {@code person}; no package calls it.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.logout;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
