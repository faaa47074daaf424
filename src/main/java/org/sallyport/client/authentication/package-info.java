/**
 * Client authentication at the token endpoint, and at the endpoints for pushed requests,
 * introspection and revocation (RFC 6749 §2.3).
 *
 * <p>{@link ClientAuthentication} finds the method that a request uses, the client that it names,
 * and whether the client is registered for this method and proves itself. Two methods at once are
 * refused. The result is an {@link AuthenticatedClient}, which only this package makes, so a method
 * that takes one need not check again.
 *
 * <p>Each {@link ClientAuthenticationMethod} is a class under the name of its specification: {@link
 * ClientSecretBasic}, {@link ClientSecretPost}, {@link ClientSecretJwt}, {@link PrivateKeyJwt},
 * {@link TlsClientAuth}, {@link SelfSignedTlsClientAuth} (mutual TLS, RFC 8705), and {@link
 * PublicClient} for {@code none}. CDI finds it; it is then served, announced and registrable.
 *
 * <p>{@link ClientAssertions} checks the JWTs of two methods: signature, {@code iss}, {@code sub},
 * {@code aud}, {@code exp}, and that the {@code jti} was not used before, on any node. That is all
 * that is stored.
 *
 * <p>A client is authenticated, public, or refused as {@code invalid_client}. Each wrong secret
 * counts against the rate limit of the network it came from; beyond 300 in a minute, further wrong
 * ones get 429. Refusals are in the audit log.
 *
 * <p>{@code authorize}, {@code token}, {@code introspection} and {@code revocation} call it. It
 * calls {@code client.registry} for clients and their keys.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.client.authentication;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
