/**
 * Grants: what a person allowed a client, a row each. Codes, refresh tokens and access tokens stand
 * for a grant.
 *
 * <p>A grant is
 *
 * <ul>
 *   <li>open: its code can be redeemed, for {@code tokens.code-lifetime}; after that it is expired
 *   <li>redeemed: its tokens are valid; each refresh rotates the refresh token and raises the
 *       generation
 *   <li>ended, with an {@link EndReason}: code replayed, refresh token reused, revoked, session
 *       ended, consent withdrawn, account changed
 * </ul>
 *
 * <p>An offline grant outlives its session. {@link Grants} makes all changes, each by one
 * conditional update whose row count decides, so that nodes may race. A refresh rotates, repeats
 * within {@code tokens.refresh-grace}, or finds reuse ({@link RefreshTokenRotation}).
 *
 * <p>{@link GrantCredentials} makes and reads codes and refresh tokens; they are computed, not
 * stored. {@link GrantValidity} says whether person, client and session of a grant still allow it.
 * {@link RevokedTokens} are access tokens that were revoked one by one. The sweeper deletes rows
 * that are over.
 *
 * <p>{@code authorize} opens grants, {@code token} redeems and rotates, {@code revocation} ends,
 * {@code introspection} and {@code userinfo} read. It calls {@code person}, {@code client} and
 * {@code session}. Remembered consent is in {@code grant.consent}.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.grant;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
