package org.sallyport.client.authentication;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.mtls.ClientCertificates;
import org.sallyport.platform.ratelimit.ClientAddress;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.runtime.Lazy;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.CredentialParameters;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;

/** Tells which client sent a request, by whichever method it is registered for (RFC 6749 §2.3). */
@ApplicationScoped
public class ClientAuthentication {
  // Those that the endpoints themselves would miss in the body.
  private static final Set<String> OF_THE_BODY =
      Set.of(
          "authorization_details",
          "client_assertion_type",
          "client_id",
          "code_challenge",
          "grant_type",
          "redirect_uri",
          "request",
          "request_uri",
          "resource",
          "response_type",
          "scope",
          "token_type_hint",
          "username");

  @Inject Clients clients;
  @Inject RateLimit limit;
  @Inject ClientCertificates certificates;
  @Inject Instance<ClientAuthenticationMethod> methods;
  @Inject Settings settings;

  private final Lazy<List<ClientAuthenticationMethod>> served =
      new Lazy<>(() -> methods.stream().filter(m -> m.isServed(settings)).toList());

  private record Attempt(String method, ClientProof proof) {}

  /**
   * The client that sent a form; refuses one that does not prove itself as registered, its
   * parameters in the query, and any repeated one but {@code resource} (OAuth 2.1 §3.2).
   */
  public AuthenticatedClient authenticate(Parameters form, HttpServletRequest http) {
    refuseParametersInTheQuery(http);
    form.refuseRepeatedExcept(Set.of("resource"));
    var authorization = Collections.list(http.getHeaders("Authorization"));
    if (authorization.size() > 1) {
      throw INVALID_REQUEST.because("there must not be two Authorization headers");
    }
    var header = authorization.stream().findFirst();
    var request = new ClientRequest(form, header, certificates.of(http), ClientAddress.of(http));
    var attempts = attempts(request);
    // For the audit log, which names the client of a refused request.
    http.setAttribute(ClientId.class.getName(), claimed(attempts));
    return verified(request, attempts);
  }

  /** The client that sent the request; refuses one that does not prove itself as registered. */
  AuthenticatedClient authenticate(ClientRequest request) {
    return verified(request, attempts(request));
  }

  /** The names of all methods. */
  public List<String> methods() {
    return served.get().stream().map(ClientAuthenticationMethod::name).toList();
  }

  // What no specification names is of no concern to us (RFC 6749 §3.2).
  private static void refuseParametersInTheQuery(HttpServletRequest http) {
    var query = http.getQueryString();
    if (query == null) {
      return;
    }
    var sent = FormEncoding.decode(query);
    CredentialParameters.refuseIn(sent);
    if (sent.names().stream().anyMatch(OF_THE_BODY::contains)) {
      throw INVALID_REQUEST.because("parameters belong in the body, never in the query");
    }
  }

  private List<Attempt> attempts(ClientRequest request) {
    var attempts =
        served.get().stream()
            .flatMap(m -> m.proof(request).map(p -> new Attempt(m.name(), p)).stream())
            .toList();
    if (attempts.isEmpty()) {
      throw INVALID_CLIENT.because("the client is not named: send client_id or Basic");
    }
    // A name alone may be a public client's, or that of the owner of the certificate beside it.
    if (attempts.size() > 1 && !request.isBare()) {
      throw INVALID_REQUEST.because("a client must use one authentication method, not two");
    }
    mustAgree(request, attempts.get(0).proof());
    return attempts;
  }

  private static ClientId claimed(List<Attempt> attempts) {
    return attempts.get(0).proof().claimed();
  }

  private static void mustAgree(ClientRequest request, ClientProof proof) {
    if (proof.readings().stream().noneMatch(request::mayBeOf)) {
      throw INVALID_REQUEST.because("client_id is not the client that authenticates");
    }
  }

  private AuthenticatedClient verified(ClientRequest request, List<Attempt> attempts) {
    return attempts.get(0).proof().readings().stream()
        .filter(request::mayBeOf)
        .flatMap(id -> clients.known(id).stream())
        .map(clients::readable)
        .flatMap(client -> proved(client, request, attempts).stream())
        .findFirst()
        .orElseThrow(() -> refusal(request, attempts));
  }

  private static Optional<AuthenticatedClient> proved(
      Client client, ClientRequest request, List<Attempt> attempts) {
    var registered = client.metadata().access().methods();
    var attempt =
        attempts.stream()
            .filter(a -> registered.include(a.method()))
            .findFirst()
            .orElse(attempts.get(0));
    if (!attempt.proof().proves().test(client)) {
      return Optional.empty();
    }
    if (!registered.include(attempt.method())) {
      // Guzzle, of PHP, shows 120 characters of an answer: key and methods are among them.
      throw INVALID_CLIENT.because(
          "token_endpoint_auth_method is " + registered + ", not " + attempt.method());
    }
    return Optional.of(new AuthenticatedClient(client, request));
  }

  private OAuthException refusal(ClientRequest request, List<Attempt> attempts) {
    limit.count(RateLimit.LimitedAction.GUESS, request.address());
    var refusal =
        INVALID_CLIENT.because("the client is unknown or its secret is wrong" + hint(request));
    return clients.explained(claimed(attempts), refusal);
  }

  // Who is refused here has often encoded the secret for another place.
  private static String hint(ClientRequest request) {
    if (request.authorization().isPresent()) {
      return "; " + ClientSecretBasic.ENCODING;
    }
    return request.form().names().contains("client_secret") ? "; " + ClientSecretPost.ENCODING : "";
  }
}
