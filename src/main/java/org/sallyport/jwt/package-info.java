/**
 * The JWTs that this server signs: access tokens (RFC 9068), ID tokens (OpenID Connect Core §2),
 * and signed answers.
 *
 * <p>{@link AccessTokens} and {@link IdTokens} make tokens and read them back. {@link
 * SignedAnswers} signs authorization responses (JARM), userinfo and introspection answers (RFC
 * 9701); none of these passes for a token.
 *
 * <p>Reading is strict (RFC 8725): {@link SignedTokens} takes only what one of our keys has signed,
 * by the algorithm of that key, in the name of this issuer. {@code typ} and {@code token_use} keep
 * one kind from passing for another. A token that was verified is kept in memory, by its hash.
 *
 * <p>An access token is valid until it expires. Whether it was revoked, or its grant has ended, it
 * does not tell: {@code grant} does, by the {@code jti}, which names the grant. An ID token counts
 * afterwards only as a hint, expired or not.
 *
 * <p>{@link NeededKeys} sees at start that each algorithm that a client or API is registered with
 * has a key, so that the key is published before it signs.
 *
 * <p>{@code token} makes tokens; {@code userinfo}, {@code introspection} and {@code revocation}
 * read access tokens; {@code request} and {@code logout} read hints. This package calls {@code
 * keys} to sign and verify, and reads {@code client} and {@code resource} at start. It stores
 * nothing.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.jwt;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
