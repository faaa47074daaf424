package org.sallyport.request;

import org.sallyport.client.registry.Client;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.protocol.request.AuthorizationRequest;
import org.sallyport.request.SignInRequirements.Wanted;

/**
 * A request that all rules hold for.
 *
 * @param held the request as it is put on hold
 * @param wanted what the client wants to be allowed
 */
public record CheckedRequest(
    PendingAuthorization held, Client client, AuthorizationRequest request, Wanted wanted) {}
