package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The client's proof: 43 to 128 unreserved characters (RFC 7636 §4.1). */
public record CodeVerifier(String value) {
  public CodeVerifier {
    if (value.length() < 43 || value.length() > 128 || !Ascii.lettersDigitsAnd("-._~", value)) {
      throw INVALID_REQUEST.because(
          "code_verifier must be 43 to 128 characters out of A-Z a-z 0-9 - . _ ~");
    }
  }

  /** The S256 challenge that this verifier answers (RFC 7636 §4.2). */
  public CodeChallenge challenge() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return new CodeChallenge(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A verifier is a secret until it is redeemed, so it is never printed. */
  @Override
  public String toString() {
    return "CodeVerifier[…]";
  }
}
