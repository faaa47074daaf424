/**
 * Proofs that the sender of a request holds a private key (DPoP, RFC 9449), so that a stolen token
 * is of no use.
 *
 * <p>{@link DpopProofs} reads the header {@code DPoP}: a JWT signed by the key it contains, made
 * for this method ({@code htm}), this address ({@code htu}, compared by {@link TargetUri}) and this
 * minute ({@code iat}), and, beside an access token, for that token ({@code ath}). {@link
 * ProofContext} says what is expected at an endpoint.
 *
 * <p>A proof is read, then used. It is used last, when the request is otherwise accepted; a second
 * use, on any node, is refused. That it was used is stored until its time is over anyway.
 *
 * <p>{@link DpopNonces} makes the nonces of {@code DPoP-Nonce}. A nonce is good for five minutes on
 * every node; it is authenticated, not stored. A client whose profile requires nonces is answered
 * {@code use_dpop_nonce} if it sends none.
 *
 * <p>{@code authorize} reads proofs of pushed requests, {@code token} binds tokens to the key,
 * {@code userinfo} requires the proof of a bound token. This package decides nothing about who must
 * send a proof: the metadata of the client do. It calls {@code platform.jose}, and {@code
 * platform.sweep} for proofs that were used. {@link ProofMetadata} names its algorithms.
 */
@NullMarked
@Floor(Floor.Level.CATALOGUE)
package org.sallyport.dpop;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
