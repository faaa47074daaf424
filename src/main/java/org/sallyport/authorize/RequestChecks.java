package org.sallyport.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.AuthorizationDetailsTypes;
import org.sallyport.client.Client;
import org.sallyport.client.ResourceServers;
import org.sallyport.client.Sectors;
import org.sallyport.interaction.Held;
import org.sallyport.protocol.ReturnAddress;

/**
 * The one chain of checks for authorization requests, whichever endpoint they came to: {@code
 * /authorize} (RFC 6749 §3.1) and {@code /par} (RFC 9126 §2.1) take the same requests.
 */
@ApplicationScoped
class RequestChecks {
  @Inject RequestObjects objects;
  @Inject Sectors sectors;
  @Inject Hints hints;
  @Inject ResourceServers apis;
  @Inject AuthorizationDetailsTypes detailsTypes;
  @Inject Signable signable;
  @Inject Clock clock;

  /**
   * The request with what its client has signed, if it has (RFC 9101); refuses a request object
   * that proves nothing. Until {@link Target} has found where the answer goes, a refusal must not
   * be sent to the client.
   */
  Arrival open(Client client, Arrival arrival) {
    return objects.open(client, arrival);
  }

  /**
   * The request after all rules held, as it is put on hold.
   *
   * @param resumed the request on hold that this one is, if it was put there before
   */
  Asked check(Client client, Arrival opened, ReturnAddress to, Optional<Held> resumed) {
    var request = new RequestInCheck(this, client, opened, to);
    for (var rule : AuthorizationRule.values()) {
      rule.check(request);
    }
    var held = resumed.orElseGet(() -> fresh(request, to));
    return new Asked(held, client, request.request(), request.wanted());
  }

  private Held fresh(RequestInCheck request, ReturnAddress to) {
    return Held.fresh(request.parameters(), to.uri(), clock.instant())
        .pushed(request.arrival().reference());
  }
}
