package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.sallyport.platform.http.ClientAddress;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Parameters;

/** Tells which client sent a request, by whichever method it is registered for (RFC 6749 §2.3). */
@ApplicationScoped
public class ClientAuthentication {
  @Inject Clients clients;
  @Inject Guesses guesses;
  @Inject Instance<ClientAuthenticationMethod> methods;

  private record Attempt(String method, ClientProof proof, String address) {}

  /**
   * The client that sent a form; refuses one that does not prove itself as registered, parameters
   * in the query, and any repeated one but {@code resource} (OAuth 2.1 §3.2).
   */
  public AuthenticatedClient authenticate(Parameters form, HttpServletRequest http) {
    if (http.getQueryString() != null) {
      throw INVALID_REQUEST.because("parameters belong in the body, never in the query");
    }
    form.refuseRepeatedExcept(Set.of("resource"));
    var authorization = Collections.list(http.getHeaders("Authorization"));
    if (authorization.size() > 1) {
      throw INVALID_REQUEST.because("there must not be two Authorization headers");
    }
    var header = authorization.stream().findFirst();
    var attempt = attempt(new ClientRequest(form, header, ClientAddress.of(http)));
    // For the audit log, which names the client of a refused request.
    http.setAttribute(ClientId.class.getName(), attempt.proof().claimed());
    return verified(attempt);
  }

  /** The client that sent the request; refuses one that does not prove itself as registered. */
  AuthenticatedClient authenticate(ClientRequest request) {
    return verified(attempt(request));
  }

  /** The names of all methods. */
  public List<String> methods() {
    return methods.stream().map(ClientAuthenticationMethod::name).toList();
  }

  private Attempt attempt(ClientRequest request) {
    var attempts =
        methods.stream()
            .flatMap(
                m ->
                    m.proof(request).map(p -> new Attempt(m.name(), p, request.address())).stream())
            .toList();
    if (attempts.isEmpty()) {
      throw INVALID_CLIENT.because("the client must say who it is: send client_id or Basic");
    }
    if (attempts.size() > 1) {
      throw INVALID_REQUEST.because("a client must authenticate in one way, not in two");
    }
    mustAgree(request, attempts.get(0).proof().claimed());
    return attempts.get(0);
  }

  private static void mustAgree(ClientRequest request, ClientId claimed) {
    var inForm = request.form().optional("client_id").orElse(claimed.value());
    if (!inForm.equals(claimed.value())) {
      throw INVALID_REQUEST.because("client_id is not the one that the proof is of");
    }
  }

  private AuthenticatedClient verified(Attempt attempt) {
    var client =
        clients
            .find(attempt.proof().claimed())
            .filter(attempt.proof().proves())
            .orElseThrow(() -> refusal(attempt));
    var registered = client.metadata().access().method();
    if (!registered.equals(attempt.method())) {
      throw INVALID_CLIENT.because("this client must authenticate by " + registered);
    }
    return new AuthenticatedClient(client, attempt.address());
  }

  private OAuthException refusal(Attempt attempt) {
    guesses.another(attempt.address());
    return INVALID_CLIENT.because("the client is unknown or its secret is wrong");
  }
}
