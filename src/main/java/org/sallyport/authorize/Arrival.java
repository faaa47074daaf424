package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import org.sallyport.client.Client;
import org.sallyport.protocol.Parameters;

/**
 * An authorization request as it came.
 *
 * @param pushed whether its client had sent it ahead (RFC 9126)
 */
record Arrival(Parameters parameters, boolean pushed) {

  /** Refuses a request in the browser's hands of a client that pushes all of its own (§6). */
  void mustBePushedIfTheClientSaysSo(Client client) {
    if (!pushed && client.metadata().hardening().pushedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to push its requests first (require_pushed_authorization_requests)");
    }
  }
}
