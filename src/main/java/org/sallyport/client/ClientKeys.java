package org.sallyport.client;

import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.sallyport.platform.http.PassingFault;
import org.sallyport.platform.jose.Encryption;
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

  /**
   * The JWT, encrypted to a key of the client's if it is to be.
   *
   * @throws PassingFault if no such key can be had now
   */
  public String encrypted(Client client, Optional<Encryption> how, String jwt) {
    return how.map(e -> e.encrypt(jwt, key(client, e))).orElse(jwt);
  }

  // Not a refusal, which would use up what the client has shown.
  private JWK key(Client client, Encryption how) {
    var source = client.metadata().hardening().keys();
    return source
        .jwks()
        .flatMap(keys -> keys.toEncrypt(how))
        .or(() -> source.jwksUri().flatMap(uri -> remote.toEncrypt(uri, how)))
        .orElseThrow(
            () ->
                new PassingFault(
                    "client " + client.id() + " has no key to encrypt to by " + how.algorithm()));
  }

  private boolean fit(Client client, Predicate<PublicKeys> wanted) {
    var source = client.metadata().hardening().keys();
    return source.jwks().filter(wanted).isPresent()
        || source.jwksUri().filter(uri -> remote.fit(uri, wanted)).isPresent();
  }
}
