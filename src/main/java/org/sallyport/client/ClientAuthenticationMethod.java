package org.sallyport.client;

import java.util.Optional;
import org.sallyport.platform.config.Settings;

/**
 * A way for a client to prove itself: served and announced by existing, if the settings allow (RFC
 * 6749 §2.3).
 */
public interface ClientAuthenticationMethod {

  /** The value of {@code token_endpoint_auth_method} (RFC 7591 §2). */
  String name();

  /** Whether these settings allow for it. */
  default boolean isServed(Settings settings) {
    return true;
  }

  /** What the request says to prove itself in this way; empty if it uses another way. */
  Optional<ClientProof> proof(ClientRequest request);
}
