package org.sallyport.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Sectors;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.person.SelfRegistration;
import org.sallyport.protocol.request.ReturnAddress;
import org.sallyport.resource.api.ResourceServers;
import org.sallyport.resource.details.AuthorizationDetailsTypes;

/**
 * The one chain of checks for authorization requests, whichever endpoint they came to: {@code
 * /authorize} (RFC 6749 §3.1) and {@code /par} (RFC 9126 §2.1) take the same requests.
 */
@ApplicationScoped
public class RequestChecks {
  @Inject RequestObjects objects;
  @Inject Sectors sectors;
  @Inject IdTokenHints hints;
  @Inject ResourceServers apis;
  @Inject AuthorizationDetailsTypes detailsTypes;
  @Inject SigningReadiness signable;
  @Inject SelfRegistration registration;
  @Inject Clock clock;

  /**
   * The request with what its client has signed, if it has (RFC 9101); refuses a request object
   * that proves nothing. Until {@link ResponseTarget} has found where the answer goes, a refusal
   * must not be sent to the client.
   */
  public IncomingRequest open(Client client, IncomingRequest arrival) {
    return objects.open(client, arrival);
  }

  /**
   * The request after all rules held, as it is put on hold.
   *
   * @param resumed the request on hold that this one is, if it was put there before
   */
  public CheckedRequest check(
      Client client,
      IncomingRequest opened,
      ReturnAddress to,
      Optional<PendingAuthorization> resumed) {
    var request = new RequestInCheck(this, client, opened, to);
    for (var rule : AuthorizationRule.values()) {
      rule.check(request);
    }
    var held = resumed.orElseGet(() -> fresh(request, to));
    return new CheckedRequest(held, client, request.request(), request.wanted());
  }

  private PendingAuthorization fresh(RequestInCheck request, ReturnAddress to) {
    return PendingAuthorization.fresh(request.parameters(), to.uri(), clock.instant())
        .pushed(request.arrival().reference());
  }
}
