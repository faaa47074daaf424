package org.sallyport.protocol.address;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.Arrays;
import java.util.Locale;

/** Where an application runs (OpenID Connect Dynamic Client Registration §2). */
public enum ApplicationType {
  /** In a browser or on a web server. */
  WEB,
  /** On a person's own device (RFC 8252). */
  NATIVE;

  /** The type of this name; refuses any other. */
  public static ApplicationType parse(String value) {
    return Arrays.stream(values())
        .filter(t -> t.value().equals(value))
        .findFirst()
        .orElseThrow(
            () -> INVALID_CLIENT_METADATA.because("application_type must be web or native"));
  }

  /** The value on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
