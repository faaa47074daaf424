package org.sallyport.token;

import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.request.Parameters;

/**
 * A request for tokens of a client that may use the grant type it names.
 *
 * @param bound what the client shows to have, which the access token is bound to
 */
record TokenRequest(AuthenticatedClient client, Parameters form, Optional<Confirmation> bound) {}
