/**
 * Grants: what a person allowed a client, a row each. Codes, refresh tokens and access tokens stand
 * for a grant.
 *
 * <p>States of a grant: open, while its code may be redeemed; redeemed, with a generation for each
 * refresh token; ended, with a reason (RFC 6749 §4.1.2, RFC 7009). Each change is one conditional
 * update, whose row count decides, so that any number of nodes may race. {@link
 * org.sallyport.grant.Grants} has all of them.
 *
 * <p>{@link org.sallyport.grant.GrantCredentials} makes and reads codes and refresh tokens; they
 * are computed from the grant, not stored. {@link org.sallyport.grant.GrantValidity} tells whether
 * what a grant rests on still stands: its person, its client, its session. {@link
 * org.sallyport.grant.RevokedTokens} are access tokens that were revoked one by one.
 *
 * <p>The authorization endpoint opens grants; the token endpoint redeems and rotates; revocation,
 * the end of a session and a withdrawn consent end them; introspection and userinfo read. What a
 * person chose, to be remembered, is in {@code grant.consent}.
 */
@NullMarked
@Floor(Floor.Level.FLOWS)
package org.sallyport.grant;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
