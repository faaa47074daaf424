/**
 * The authorization endpoint (RFC 6749 §3.1) and the endpoint for pushed authorization requests
 * (PAR, RFC 9126).
 *
 * <p>Routes: {@code GET} and {@code POST /oauth2/authorize}, {@code POST /oauth2/par}. Both let
 * {@code request} check what came, by the same chain of rules.
 *
 * <p>At {@code /oauth2/authorize} a checked request leads to an {@link AuthorizationStep}:
 *
 * <ul>
 *   <li>sign in: to {@code /login}, also for step-up ({@code acr_values}, {@code max_age}), {@code
 *       prompt=login} and {@code prompt=select_account}
 *   <li>ask for consent: to {@code /consent}
 *   <li>answer: a grant is opened, and its code goes to the client
 * </ul>
 *
 * <p>{@link NextStep} chooses, from what the request demands and what is known of the person at
 * this browser ({@link UserContext}); with {@code prompt=none} it refuses instead of showing a
 * page. A page sends the browser back here with the ticket of the request, which is checked again.
 *
 * <p>Until the redirect URI is known to be the client's, a refusal is a page; from then on it goes
 * to the client. {@link AuthorizationResponder} answers in each response mode: query, fragment,
 * {@link FormPostPage}, JARM.
 *
 * <p>Browsers and clients call it, no package does. It calls {@code request}, {@code interaction},
 * {@code grant}, {@code jwt}, {@code session}, {@code client} and {@code dpop}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.authorize;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
