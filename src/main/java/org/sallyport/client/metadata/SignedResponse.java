package org.sallyport.client.metadata;

import java.util.Optional;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * How one kind of response to a client is protected (OpenID Connect Dynamic Client Registration
 * §2).
 *
 * @param algorithm by which it is signed
 * @param encryption how it is then encrypted to a key of the client's, if it is
 */
public record SignedResponse(SigningAlgorithm algorithm, Optional<Encryption> encryption) {}
