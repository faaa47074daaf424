/**
 * The words of the specifications: names and values that check themselves, and refusals.
 *
 * <p>A value such as {@link org.sallyport.protocol.Scopes} or {@link
 * org.sallyport.protocol.CodeVerifier} cannot be made of a text that breaks its rules: its
 * constructor refuses it. {@link org.sallyport.protocol.OAuthError} are the error codes; {@code
 * INVALID_GRANT.because("…")} makes the {@link org.sallyport.protocol.OAuthException} that the
 * exception mapper turns into an answer.
 *
 * <p>What a request and its answer consist of is in {@code protocol.request}, and the addresses
 * that clients register in {@code protocol.address}. Both use the values here.
 *
 * <p>Every package may use these; they use nothing but the JDK. No CDI, JPA or JAX-RS.
 */
@NullMarked
@Floor(Floor.Level.WORDS)
package org.sallyport.protocol;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
