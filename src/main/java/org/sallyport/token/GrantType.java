package org.sallyport.token;

import org.sallyport.client.registration.GrantTypeName;

/** A way to get tokens: served and announced by existing (RFC 6749 §1.3). */
public interface GrantType extends GrantTypeName {

  /** Whether it changes rows, so that a token request needs a transaction. */
  default boolean stores() {
    return true;
  }

  /** What this client may have for what it presents; refuses it otherwise. */
  Entitlement authorize(TokenRequest request);
}
