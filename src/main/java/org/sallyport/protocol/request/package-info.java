/**
 * Requests in the words of the specifications: their parameters, and where the answer goes.
 *
 * <p>{@link org.sallyport.protocol.request.Parameters} are what came, in its order, each name any
 * number of times; {@link org.sallyport.protocol.request.FormEncoding} reads and writes them (RFC
 * 6749 Appendix B).
 *
 * <p>{@link org.sallyport.protocol.request.RequestParameter} declares each parameter of an
 * authorization request once: its name, how long it may be, whether it may repeat, whether it is
 * kept while the request is on hold. {@link
 * org.sallyport.protocol.request.AuthorizationRequest#parse} makes a typed request of them and
 * refuses what is malformed. {@link org.sallyport.protocol.request.ReturnAddress} is where its
 * answer goes, by a {@link org.sallyport.protocol.request.ResponseMode}.
 *
 * <p>Every endpoint reads its form as {@code Parameters}. What a client may ask for is no matter of
 * this package, but of {@code org.sallyport.request}.
 */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol.request;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
