package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import org.sallyport.client.Client;
import org.sallyport.protocol.Parameters;

/**
 * An authorization request as it came.
 *
 * @param pushed whether its client had sent it ahead (RFC 9126)
 * @param signed whether its client has signed it (RFC 9101)
 */
record Arrival(Parameters parameters, boolean pushed, boolean signed) {

  /** One that was checked when it was put on hold or pushed. */
  static Arrival checked(Parameters parameters) {
    return new Arrival(parameters, true, true);
  }

  /** Refuses a request that comes otherwise than its client is registered to send them. */
  void mustBeAsTheClientSays(Client client) {
    var rules = client.metadata().hardening();
    if (!pushed && rules.pushedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to push its requests first (require_pushed_authorization_requests)");
    }
    if (!signed && rules.signedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to sign its requests (require_signed_request_object)");
    }
  }
}
