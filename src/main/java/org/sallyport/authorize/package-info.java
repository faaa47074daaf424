/**
 * The authorization endpoint (RFC 6749 §3.1) and the endpoint for pushed requests (RFC 9126).
 *
 * <p>Routes: {@code GET} and {@code POST /oauth2/authorize}, and {@code POST /oauth2/par}. Both
 * read a request and have it checked by {@code request}, the chain that all endpoints share.
 *
 * <p>At {@code /oauth2/authorize} a sound request leads to one of three steps, an {@link
 * org.sallyport.authorize.AuthorizationStep}: to the sign-in page, to the consent page, or to the
 * answer with a code. {@link org.sallyport.authorize.NextStep} chooses by what the client requires
 * and by what is known of the person at this browser, the {@link
 * org.sallyport.authorize.UserContext}. A page sends the browser back here with the ticket of the
 * request, which is then checked again.
 *
 * <p>Until the redirect URI is known to be the client's, a refusal is a page; from then on the
 * client gets it. {@link org.sallyport.authorize.AuthorizationResponder} answers in each response
 * mode.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.authorize;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
