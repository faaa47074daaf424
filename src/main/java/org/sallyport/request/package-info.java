/**
 * Authorization requests: what a client asks for, checked in one chain for every endpoint that
 * takes them (RFC 6749 §4.1.1, RFC 9126 §2.1).
 *
 * <p>An endpoint makes an {@link org.sallyport.request.IncomingRequest} of the parameters. {@link
 * org.sallyport.request.RequestChecks} then opens a signed or encrypted one (RFC 9101), and checks
 * all rules of {@link org.sallyport.request.AuthorizationRule} in their order. In between the
 * endpoint asks {@link org.sallyport.request.ResponseTarget} where the answer goes. The result is a
 * {@link org.sallyport.request.CheckedRequest}, which can be put on hold.
 *
 * <p>States of a request: as it came, opened, checked. One that was put on hold or pushed was
 * checked before; what its profile demands of the way it came is not asked again, all other rules
 * are.
 *
 * <p>A refusal tells the rule that was broken, its section, the parameter and what was expected.
 * What is known of each parameter is in {@link org.sallyport.protocol.request.RequestParameter}.
 *
 * <p>{@link org.sallyport.request.SignInRequirements} are what a checked request demands of the
 * person. Only endpoints call this package; it knows none of them.
 */
@NullMarked
@Floor(Floor.Level.REQUESTS)
package org.sallyport.request;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
