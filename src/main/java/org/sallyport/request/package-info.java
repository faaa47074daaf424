/**
 * Authorization requests: what a client asks for, checked in one chain for every endpoint that
 * takes them (RFC 6749 §4.1.1, RFC 9126 §2.1).
 *
 * <p>An endpoint makes an {@link IncomingRequest} of the parameters and calls {@link
 * RequestChecks}:
 *
 * <ul>
 *   <li>open: a request object is fetched ({@link ReferredRequests}), decrypted ({@link
 *       EncryptedRequests}) and verified ({@link RequestObjects}, JAR, RFC 9101)
 *   <li>{@link ResponseTarget} finds where the answer goes; until then no refusal may go to the
 *       client
 *   <li>check: the rules of {@link AuthorizationRule}, in their order, such as PKCE, scopes,
 *       resources, claims
 * </ul>
 *
 * <p>So a request is incoming, opened, checked: a {@link CheckedRequest}, which can be put on hold.
 * One that was on hold or pushed is checked again, but for how it arrived. {@link
 * SignInRequirements} are what it demands of the person: {@code prompt}, {@code max_age},
 * authentication context classes (step-up), certain accounts.
 *
 * <p>A refusal tells the rule that was broken, its section, the parameter and what was expected. A
 * new rule is one line in the list; what is known of each parameter is in {@code protocol.request}.
 *
 * <p>{@code authorize} calls it, for both endpoints. It knows no endpoint. It calls {@code client},
 * {@code resource}, {@code jwt}, {@code keys}, {@code grant} and {@code interaction}.
 */
@NullMarked
@Floor(Floor.Level.REQUESTS)
package org.sallyport.request;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
