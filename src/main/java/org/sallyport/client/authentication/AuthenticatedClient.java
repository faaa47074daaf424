package org.sallyport.client.authentication;

import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;

import java.util.Optional;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.registry.Client;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.protocol.ClientId;

/** A client that has proved itself in this request; only {@link ClientAuthentication} makes one. */
public final class AuthenticatedClient {
  private final Client client;
  private final ClientRequest request;

  AuthenticatedClient(Client client, ClientRequest request) {
    this.client = client;
    this.request = request;
  }

  /** Where the request came from. */
  public String address() {
    return request.address();
  }

  /** The certificate that it has shown in TLS, whether or not it authenticated by it. */
  public Optional<ClientCertificate> certificate() {
    return request.certificate();
  }

  /** The client. */
  public Client client() {
    return client;
  }

  /** Its id. */
  public ClientId id() {
    return client.id();
  }

  /** What is registered of it. */
  public ClientMetadata metadata() {
    return client.metadata();
  }

  /** Whether it proved itself by something that only it can have. */
  public boolean confidential() {
    return metadata().access().confidential();
  }

  /** Refuses a client that is not registered for this grant type (RFC 6749 §5.2). */
  public void mustBeAllowed(String grantType) {
    if (!metadata().mayUse(grantType)) {
      throw UNAUTHORIZED_CLIENT.because(
          "this client is not registered for grant type " + grantType);
    }
  }
}
