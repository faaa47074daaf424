package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.protocol.ClientId;

/** A secret among the parameters of the body (RFC 6749 §2.3.1). */
@ApplicationScoped
public class SecretInForm implements ClientAuthenticationMethod {
  @Override
  public String name() {
    return "client_secret_post";
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    var form = request.form();
    return form.optional("client_secret")
        .map(
            s ->
                new ClientProof(new ClientId(form.required("client_id")), c -> c.secretMatches(s)));
  }
}
