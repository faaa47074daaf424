package org.sallyport.client.authentication;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.platform.ratelimit.RateLimit;

/** A certificate that is registered itself, as x5c of one of the client's keys (RFC 8705 §2.2). */
@ApplicationScoped
public class SelfSignedTlsClientAuth implements ClientAuthenticationMethod {
  @Inject RateLimit limit;
  @Inject ClientKeys keys;
  @Inject Clock clock;

  @Override
  public String name() {
    return AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH.value();
  }

  @Override
  public boolean isServed(Settings settings) {
    return settings.mtls().served();
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    return request
        .certificate()
        .flatMap(
            certificate ->
                request
                    .nameAlone()
                    .map(
                        id -> new ClientProof(id, client -> proves(request, client, certificate))));
  }

  private boolean proves(ClientRequest request, Client client, ClientCertificate certificate) {
    if (!certificate.isValidAt(clock.instant()) || !keys.hold(client, certificate)) {
      limit.count(RateLimit.LimitedAction.GUESS, request.address());
      throw INVALID_CLIENT.because(
          "the certificate is not the x5c of one of the client's keys, or not valid now");
    }
    return true;
  }
}
