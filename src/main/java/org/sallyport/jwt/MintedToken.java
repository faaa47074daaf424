package org.sallyport.jwt;

import java.time.Instant;

/**
 * An access token just made.
 *
 * @param value as it travels
 * @param jti its name, by which it can be revoked
 */
public record MintedToken(String value, Instant expiresAt, String jti) {
  /** Without the value, which is a credential. */
  @Override
  public String toString() {
    return "MintedToken[" + jti + "]";
  }
}
