package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** An S256 code challenge: 43 characters of base64url (RFC 7636 §4.2); there is no other method. */
public record CodeChallenge(String value) {
  public CodeChallenge {
    if (value.length() != 43 || !Ascii.lettersDigitsAnd("-_", value)) {
      throw INVALID_REQUEST.because(
          "code_challenge must be the 43 base64url characters of BASE64URL(SHA256(verifier))");
    }
  }

  /** Whether this verifier is the one that the challenge was made from (RFC 7636 §4.6). */
  public boolean isAnsweredBy(CodeVerifier verifier) {
    return MessageDigest.isEqual(bytes(value), bytes(verifier.challenge().value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
