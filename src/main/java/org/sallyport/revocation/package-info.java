/**
 * The revocation endpoint (RFC 7009): {@code POST /oauth2/revoke}.
 *
 * <p>{@link RevocationResource} authenticates the client and lets {@link Revocation} take back what
 * the parameter {@code token} holds. The answer is 200 also for a value that is no token, or one
 * that has expired. A token of another client is refused and stays valid.
 *
 * <ul>
 *   <li>An access token goes from valid to revoked: its {@code jti} is stored until the token would
 *       expire.
 *   <li>A refresh token ends its grant, with every access token of that grant. Any refresh token of
 *       the grant will do, not only the newest one.
 * </ul>
 *
 * <p>{@code token_type_hint} is not needed: a token shows its own kind.
 *
 * <p>APIs that verify tokens by the JWK set alone do not learn of a revocation; those that ask the
 * introspection endpoint do.
 *
 * <p>Applications call it. It calls {@code client} to authenticate, {@code jwt} to read access
 * tokens, {@code grant} to read refresh tokens and to end grants, and writes to the audit log. No
 * package calls it. {@link RevocationMetadata} adds it to the metadata.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.revocation;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
