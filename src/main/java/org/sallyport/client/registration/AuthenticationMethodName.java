package org.sallyport.client.registration;

import org.sallyport.platform.config.Settings;

/**
 * A way to authenticate that is served, if the settings allow, and which therefore a client may be
 * registered for (RFC 7591 §2).
 */
public interface AuthenticationMethodName {

  /** The value of {@code token_endpoint_auth_method}. */
  String name();

  /** Whether these settings allow for it. */
  default boolean isServed(Settings settings) {
    return true;
  }
}
