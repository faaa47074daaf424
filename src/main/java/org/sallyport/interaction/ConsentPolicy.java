package org.sallyport.interaction;

import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.protocol.address.ApplicationType;
import org.sallyport.protocol.request.ReturnAddress;

/** When a person is asked whether a client may have what it asks for. */
public enum ConsentPolicy {
  /** Each time, because nothing tells this application from an impostor (RFC 8252 §8.6). */
  ALWAYS,
  /** Once for each scope. */
  ONCE,
  /** Only where the request demands it; the operators vouch for the client. */
  ON_DEMAND;

  /** The policy for a client whose answer goes to this address. */
  public static ConsentPolicy of(ClientMetadata client, ReturnAddress returnTo) {
    if (client.redirects().application() == ApplicationType.NATIVE || !returnTo.isWeb()) {
      return ALWAYS;
    }
    // Whatever listens there could redeem the code of a client that has no secret.
    if (returnTo.isLoopback() && !client.access().confidential()) {
      return ALWAYS;
    }
    return client.about().firstParty() ? ON_DEMAND : ONCE;
  }
}
