package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_TARGET;

import java.net.URI;
import java.net.URISyntaxException;

/** A resource indicator: an absolute URI without a fragment (RFC 8707 §2). */
public record Resource(String value) {
  private static final int LONGEST = 1_000;

  public Resource {
    if (value.length() > LONGEST) {
      throw INVALID_TARGET.because("resource must not be longer than " + LONGEST + " characters");
    }
    if (!isAbsoluteWithoutFragment(value)) {
      throw INVALID_TARGET.because("resource must be an absolute URI without a fragment");
    }
  }

  private static boolean isAbsoluteWithoutFragment(String value) {
    try {
      var uri = new URI(value);
      return uri.isAbsolute() && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
