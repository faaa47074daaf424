package org.sallyport.client.authentication;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.registry.Client;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.platform.ratelimit.RateLimit;

/** A certificate that an authority has issued for the client (RFC 8705 §2.1). */
@ApplicationScoped
public class TlsClientAuth implements ClientAuthenticationMethod {
  @Inject RateLimit limit;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return AuthenticationMethod.TLS_CLIENT_AUTH.value();
  }

  @Override
  public boolean isServed(Settings settings) {
    return settings.mtls().served() && !settings.mtls().authorities().isEmpty();
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
    if (!certificate.isIssuedBy(settings.mtls().authorities(), clock.instant())) {
      throw refusal(request, "is not of one of the authorities that are trusted, or not valid now");
    }
    var subject = client.metadata().authentication().certificate();
    if (subject.filter(s -> s.isOf(certificate)).isEmpty()) {
      throw refusal(request, "does not name what is registered of the client");
    }
    return true;
  }

  private RuntimeException refusal(ClientRequest request, String reason) {
    limit.count(RateLimit.LimitedAction.GUESS, request.address());
    return INVALID_CLIENT.because("the certificate " + reason);
  }
}
