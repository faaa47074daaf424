package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.jose.RemoteKeys;

/** The keys that clients sign with. */
@ApplicationScoped
public class ClientKeys {
  @Inject RemoteKeys remote;

  /** Whether one of the client's own keys has signed the token; none where it has no keys. */
  public boolean haveSigned(Client client, ForeignJwt token) {
    var source = client.metadata().hardening().keys();
    return source.jwks().filter(keys -> keys.haveSigned(token)).isPresent()
        || source.jwksUri().filter(uri -> remote.haveSigned(uri, token)).isPresent();
  }
}
