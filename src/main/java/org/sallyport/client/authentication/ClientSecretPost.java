package org.sallyport.client.authentication;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.request.Parameters;

/** A secret among the parameters of the body (RFC 6749 §2.3.1). */
@ApplicationScoped
public class ClientSecretPost implements ClientAuthenticationMethod {
  /** How the body has to be made, for who made it otherwise. */
  static final String ENCODING = "in the body, + and % of the secret are sent as %2B and %25";

  @Override
  public String name() {
    return AuthenticationMethod.CLIENT_SECRET_POST.value();
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    var form = request.form();
    return form.optional("client_secret")
        .map(secret -> new ClientProof(id(form), client -> client.secretMatches(secret)));
  }

  private static ClientId id(Parameters form) {
    return form.optional("client_id")
        .map(ClientId::new)
        .orElseThrow(
            () ->
                INVALID_REQUEST.because(
                    "client_secret in the body needs client_id, and no other proof, beside it"));
  }
}
