package org.sallyport.client.registry;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.jose.PublicKeys;
import org.sallyport.platform.jose.RemoteKeys;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.platform.runtime.PassingFault;

/** The keys that clients prove themselves by. */
@ApplicationScoped
public class ClientKeys {
  private static final String MISSING =
      "cannot be verified: the keys at the client's jwks_uri cannot be fetched, or are no JWK set";

  @Inject RemoteKeys remote;

  /**
   * Whether one of the client's own keys has signed the token; none where it has no keys. Refuses a
   * token that cannot be verified because the keys cannot be had.
   */
  public boolean haveSigned(Client client, ForeignJwt token) {
    if (fit(client, keys -> keys.haveSigned(token))) {
      return true;
    }
    if (areMissing(client)) {
      throw token.refusal(MISSING);
    }
    return false;
  }

  /**
   * Whether the certificate is of one of the client's own keys. Refuses one that cannot be verified
   * because the keys cannot be had.
   */
  public boolean hold(Client client, ClientCertificate certificate) {
    if (fit(client, keys -> keys.haveCertificate(certificate::is))) {
      return true;
    }
    if (areMissing(client)) {
      throw INVALID_CLIENT.because("the certificate " + MISSING);
    }
    return false;
  }

  private boolean areMissing(Client client) {
    return client.metadata().keys().jwksUri().filter(remote::areMissing).isPresent();
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
    var source = client.metadata().keys();
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
    var source = client.metadata().keys();
    return source.jwks().filter(wanted).isPresent()
        || source.jwksUri().filter(uri -> remote.fit(uri, wanted)).isPresent();
  }
}
