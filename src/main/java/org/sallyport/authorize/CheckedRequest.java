package org.sallyport.authorize;

import org.sallyport.authorize.SignInRequirements.Wanted;
import org.sallyport.client.registry.Client;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.protocol.request.AuthorizationRequest;

/**
 * A request that all rules hold for.
 *
 * @param held the request as it is put on hold
 * @param wanted what the client wants to be allowed
 */
record CheckedRequest(
    PendingAuthorization held, Client client, AuthorizationRequest request, Wanted wanted) {}
