package org.sallyport.client.authentication;

import java.util.Optional;
import org.sallyport.client.registration.AuthenticationMethodName;

/**
 * A way for a client to prove itself: served and announced by existing, if the settings allow (RFC
 * 6749 §2.3).
 */
public interface ClientAuthenticationMethod extends AuthenticationMethodName {

  /** What the request says to prove itself in this way; empty if it uses another way. */
  Optional<ClientProof> proof(ClientRequest request);
}
