package org.sallyport.protocol;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Arrays;
import java.util.Locale;

/** How an authorization response travels (OAuth 2.0 Multiple Response Types §2.1, Form Post). */
public enum ResponseMode {
  /** In the query of the redirect URI. */
  QUERY,
  /** In a form that the browser posts to the redirect URI. */
  FORM_POST;

  /** The mode of this name; refuses any other. */
  public static ResponseMode parse(String value) {
    return Arrays.stream(values())
        .filter(m -> m.value().equals(value))
        .findFirst()
        .orElseThrow(() -> INVALID_REQUEST.because("response_mode must be query or form_post"));
  }

  /** The value on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
