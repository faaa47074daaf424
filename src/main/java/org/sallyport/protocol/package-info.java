/**
 * The words of the specifications: names and values that check themselves, and refusals.
 *
 * <p>A value such as {@link Scopes}, {@link ClientId} or {@link CodeVerifier} cannot be made of a
 * text that breaks its rules: its constructor refuses it. So a method that takes one need not check
 * it.
 *
 * <ul>
 *   <li>errors: {@link OAuthError} lists the codes; {@code INVALID_GRANT.because("…")} makes the
 *       {@link OAuthException}, which the exception mapper of {@code platform.http} answers. {@link
 *       BrokenRule} says which rule was broken, where.
 *   <li>identifiers: {@link ClientId}, {@link Subject}, {@link SessionId}, {@link GrantId}, {@link
 *       Resource}
 *   <li>PKCE: {@link CodeChallenge}, {@link CodeVerifier}
 *   <li>sender-constrained tokens: {@link Confirmation} ({@code cnf}), {@link Thumbprint}
 *   <li>how a person signed in: {@link SignInFactors}, {@link ProvenFactor}; {@code acr} and {@code
 *       amr} follow from them in {@link Authentication}
 *   <li>signing: {@link SigningAlgorithm}
 * </ul>
 *
 * <p>What requests and answers consist of is in {@code protocol.request}, the addresses that
 * clients register in {@code protocol.address}.
 *
 * <p>All packages call these; they use nothing but the JDK: no CDI, JPA or JAX-RS. There are no
 * routes, and values do not change.
 */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
