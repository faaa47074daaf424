package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.jose.PublicKeys;
import org.sallyport.platform.jose.RemoteKeys;
import org.sallyport.platform.mtls.ClientCertificate;

/** The keys that clients prove themselves by. */
@ApplicationScoped
public class ClientKeys {
  @Inject RemoteKeys remote;

  /** Whether one of the client's own keys has signed the token; none where it has no keys. */
  public boolean haveSigned(Client client, ForeignJwt token) {
    return fit(client, keys -> keys.haveSigned(token));
  }

  /** Whether the certificate is of one of the client's own keys. */
  boolean hold(Client client, ClientCertificate certificate) {
    return fit(client, keys -> keys.haveCertificate(certificate::is));
  }

  private boolean fit(Client client, Predicate<PublicKeys> wanted) {
    var source = client.metadata().hardening().keys();
    return source.jwks().filter(wanted).isPresent()
        || source.jwksUri().filter(uri -> remote.fit(uri, wanted)).isPresent();
  }
}
