package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sallyport.protocol.ClientId;

/** A public client, which has nothing to prove itself by (RFC 6749 §2.1, RFC 7591 §2). */
@ApplicationScoped
public class NoSecret implements ClientAuthenticationMethod {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public Optional<ClientProof> proof(ClientRequest request) {
    var form = request.form();
    var proves =
        request.authorization().isPresent()
            || form.names().contains("client_secret")
            || form.names().contains("client_assertion");
    return proves
        ? Optional.empty()
        : form.optional("client_id").map(id -> new ClientProof(new ClientId(id), client -> true));
  }
}
