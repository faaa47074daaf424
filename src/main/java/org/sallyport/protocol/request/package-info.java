/**
 * Requests in the words of the specifications: their parameters, and where the answer goes.
 *
 * <p>{@link Parameters} are what came, in its order, each name any number of times; {@code
 * required} and {@code optional} refuse a repeated one. {@link FormEncoding} reads and writes them
 * as in forms and queries (RFC 6749 Appendix B). {@link CredentialParameters} refuses secrets and
 * tokens in a query. {@link AsSent} shows a received value in an error, shortened.
 *
 * <p>{@link RequestParameter} declares each parameter of an authorization request once: its name
 * and section, how long it may be, whether it may repeat, whether it is JSON, whether it is kept
 * while the request is on hold. A new parameter begins here.
 *
 * <p>{@link AuthorizationRequest} is the typed request: it is parsed from the parameters, and
 * refuses what is malformed. {@link Prompt} are the values of {@code prompt}. {@link ReturnAddress}
 * is where the answer goes, in a {@link ResponseMode}.
 *
 * <p>What a client may ask for is not checked here, but in {@code request}. Every endpoint that
 * takes a form has {@code Parameters} as an argument; {@code interaction} keeps them in tickets and
 * rows. Values do not change, and nothing is stored.
 */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol.request;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
