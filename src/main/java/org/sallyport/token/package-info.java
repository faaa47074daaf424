/**
 * The token endpoint (RFC 6749 §3.2): {@code POST /oauth2/token}.
 *
 * <p>{@link TokenResource} authenticates the client, chooses the {@link GrantType} that {@code
 * grant_type} names, finds the key or certificate to bind tokens to, and lets {@link TokenIssuer}
 * make the tokens. Each grant type is one class: {@code authorization_code}, {@code refresh_token},
 * {@code client_credentials}. CDI finds it, and the metadata announce it.
 *
 * <p>This package stores nothing. It changes the state of grants, which {@code grant} keeps: a code
 * is redeemed once; a refresh token is rotated, or answered again within {@code
 * tokens.refresh-grace}; a code or an older refresh token that comes once more ends the grant. A
 * refusal commits, so this end is kept.
 *
 * <p>Look here for PKCE and {@code redirect_uri} at redemption ({@link CodeProof}), resource
 * indicators and {@code aud} (RFC 8707, {@link Audiences}), authorization details of a token (RFC
 * 9396, {@link TokenDetails}), sender-constrained tokens (RFC 8705 and RFC 9449, {@link
 * TokenBinding}), and the rate limit on forged codes and refresh tokens ({@link
 * PresentedCredential}).
 *
 * <p>Applications call it; {@code command} uses the names of its grant types. It calls {@code
 * client}, {@code resource}, {@code dpop}, {@code grant}, {@code person} and {@code jwt}.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.token;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
