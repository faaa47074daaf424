package org.sallyport.token;

import java.util.Optional;
import org.sallyport.client.AuthenticatedClient;
import org.sallyport.protocol.Parameters;
import org.sallyport.protocol.Thumbprint;

/**
 * A request for tokens of a client that may use the grant type it names.
 *
 * @param key the key that the client proves to hold, which the access token is bound to
 */
record TokenRequest(AuthenticatedClient client, Parameters form, Optional<Thumbprint> key) {}
