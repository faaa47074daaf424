package org.sallyport.client.authentication;

import java.util.Optional;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.request.Parameters;

/**
 * A request by which a client authenticates (RFC 6749 §3.2.1).
 *
 * @param form the parameters of its body
 * @param authorization its Authorization header
 * @param certificate the certificate that its sender has shown in TLS
 * @param address where it came from
 */
public record ClientRequest(
    Parameters form,
    Optional<String> authorization,
    Optional<ClientCertificate> certificate,
    String address) {

  /** Whether nothing in it proves who sent it. */
  boolean isBare() {
    return authorization.isEmpty()
        && !form.names().contains("client_secret")
        && !form.names().contains("client_assertion");
  }

  /** Whether it names no other client than this one in its body. */
  boolean mayBeOf(ClientId id) {
    return form.optional("client_id").filter(named -> !named.equals(id.value())).isEmpty();
  }

  /** The client it names, if nothing in it proves that. */
  Optional<ClientId> nameAlone() {
    return isBare() ? form.optional("client_id").map(ClientId::new) : Optional.empty();
  }
}
