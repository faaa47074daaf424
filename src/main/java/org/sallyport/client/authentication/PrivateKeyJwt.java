package org.sallyport.client.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.registry.ClientKeys;

/** A JWT signed by a key of the client's own (RFC 7523 §2.2, OpenID Connect Core §9). */
@ApplicationScoped
public class PrivateKeyJwt implements ClientAuthenticationMethod {
  @Inject ClientAssertions assertions;
  @Inject ClientKeys keys;

  @Override
  public String name() {
    return AuthenticationMethod.PRIVATE_KEY_JWT.value();
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    return assertions
        .in(request)
        .filter(jwt -> !jwt.isSymmetric())
        .map(jwt -> assertions.proof(request, jwt, this, keys::haveSigned));
  }
}
