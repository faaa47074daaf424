package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Tells which client sent a request, by whichever method it is registered for (RFC 6749 §2.3). */
@ApplicationScoped
public class ClientAuthentication {
  @Inject Clients clients;
  @Inject Instance<ClientAuthenticationMethod> methods;

  private record Attempt(String method, ClientProof proof) {}

  /** The client that sent the request; refuses one that does not prove itself as registered. */
  public AuthenticatedClient authenticate(ClientRequest request) {
    var attempt = only(attempts(request));
    var claimed = attempt.proof().claimed();
    request
        .form()
        .optional("client_id")
        .filter(id -> !id.equals(claimed.value()))
        .ifPresent(
            id -> {
              throw INVALID_REQUEST.because("client_id is not the one in the Authorization header");
            });
    var client =
        clients
            .find(claimed)
            .filter(attempt.proof().proves())
            .orElseThrow(
                () -> INVALID_CLIENT.because("the client is unknown or its secret is wrong"));
    return registeredFor(attempt.method(), client);
  }

  private List<Attempt> attempts(ClientRequest request) {
    return methods.stream()
        .flatMap(m -> m.proof(request).map(p -> new Attempt(m.name(), p)).stream())
        .toList();
  }

  private static Attempt only(List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      throw INVALID_CLIENT.because("the client must say who it is: send client_id or Basic");
    }
    if (attempts.size() > 1) {
      throw INVALID_REQUEST.because("a client must authenticate in one way, not in two");
    }
    return attempts.get(0);
  }

  private static AuthenticatedClient registeredFor(String method, Client client) {
    var registered = client.metadata().access().method();
    if (!registered.equals(method)) {
      throw INVALID_CLIENT.because("this client must authenticate by " + registered);
    }
    return new AuthenticatedClient(client);
  }
}
