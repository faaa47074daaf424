package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

/** Names a public key: the 43 characters of its JWK SHA-256 thumbprint (RFC 7638 §3). */
public record Thumbprint(String value) {
  public Thumbprint {
    if (value.length() != 43 || !Ascii.lettersDigitsAnd("-_", value)) {
      throw INVALID_REQUEST.because(
          "dpop_jkt must be the 43 base64url characters of the key's SHA-256 thumbprint");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
