package org.sallyport.client.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.platform.crypto.MasterKey;

/** A JWT authenticated by the client's secret, which is never sent (OpenID Connect Core §9). */
@ApplicationScoped
public class ClientSecretJwt implements ClientAuthenticationMethod {
  @Inject ClientAssertions assertions;
  @Inject Provider<MasterKey> master;

  @Override
  public String name() {
    return AuthenticationMethod.CLIENT_SECRET_JWT.value();
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    return assertions
        .in(request)
        .filter(jwt -> jwt.isSymmetric())
        .map(
            jwt ->
                assertions.proof(
                    request,
                    jwt,
                    this,
                    (client, token) ->
                        client.secret(master.get()).filter(token::isSignedBy).isPresent()));
  }
}
