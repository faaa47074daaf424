/**
 * Security profiles: sets of rules that a client is held to beyond those for everybody.
 *
 * <p>A client is registered with a profile, a {@code ProfileName}: none, {@code oauth2.1}, {@code
 * fapi2-security}, {@code fapi2-message-signing} or {@code fapi1-advanced}. {@link SecurityProfile}
 * has the rules of each, by the number of the list in its specification; {@link Fapi1} and {@link
 * Fapi2} write them down. A rule is a {@link ProfileRule}: section, what must be so, and a
 * predicate.
 *
 * <p>There are four occasions, each with facts of its own, which are what the rules may ask:
 *
 * <ul>
 *   <li>registration, at start: a client that falls short keeps the server from starting
 *   <li>an authorization request, also a pushed one
 *   <li>a token request
 *   <li>a proof of possession (DPoP)
 * </ul>
 *
 * <p>The first rule that does not hold refuses the request; the description names the section. What
 * cannot be a yes or no is a method: {@code longestCode}, {@code keepsRefreshTokens}. A further
 * profile is a list of rules and a {@code ProfileName}.
 *
 * <p>{@code client.registration}, the checks of authorization requests, {@code token} and {@code
 * userinfo} call it. It reads {@code client.metadata} and stores nothing.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.profile;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
