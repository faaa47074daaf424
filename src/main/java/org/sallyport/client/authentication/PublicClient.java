package org.sallyport.client.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.client.metadata.AuthenticationMethod;

/** A public client, which has nothing to prove itself by (RFC 6749 §2.1, RFC 7591 §2). */
@ApplicationScoped
public class PublicClient implements ClientAuthenticationMethod {
  @Override
  public String name() {
    return AuthenticationMethod.NONE.value();
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    return request.nameAlone().map(id -> new ClientProof(id, client -> true));
  }
}
