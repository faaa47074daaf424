package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.protocol.OAuthError.UNMET_AUTHENTICATION_REQUIREMENTS;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.metadata.PkcePolicy;
import org.sallyport.client.metadata.ProfileName;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.request.AuthorizationRequest;
import org.sallyport.request.SignInRequirements.Named;
import org.sallyport.request.SignInRequirements.Wanted;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * What a client may ask for. {@link AuthorizationRule} has the order, and tells what was broken.
 */
final class RequestRules {
  private final ClientMetadata client;
  private final KnownResources apis;
  private final AuthorizationRequest request;
  private final AuthorizationDetails details;
  private @Nullable ClaimsParameter claims;

  RequestRules(
      ClientMetadata client,
      KnownResources apis,
      AuthorizationRequest request,
      AuthorizationDetails details) {
    this.client = client;
    this.apis = apis;
    this.request = request;
    this.details = details;
  }

  AuthorizationRequest request() {
    return request;
  }

  /** What the client wants; it counts once all rules held. */
  Wanted wanted() {
    var named = claims();
    var known = known();
    var scopes = known.plus(named.scopes(client.access().scopes()));
    return new Wanted(
        scopes,
        scopes.filter(apis::optional),
        details,
        ConsentPolicy.of(client, request.returnTo()),
        new Named(known, named, classes(named)));
  }

  /** Refuses a client that uses no codes. */
  void theClientUsesCodes() {
    rule(
        client.mayUse("authorization_code"),
        UNAUTHORIZED_CLIENT,
        "the client is not registered for grant type authorization_code");
  }

  /** Refuses a response mode that is none of the client's. */
  void theResponseModeIsTheClients() {
    var mode = request.returnTo().mode();
    rule(
        client.access().responseModes().contains(mode)
            && request.responseMode().orElse(mode) == mode,
        INVALID_REQUEST,
        "response_mode is not one of the client's response_modes");
  }

  /** Refuses a request whose code would be bound to nothing. */
  void theCodeIsBoundToTheClient() {
    var policy = client.signIn().pkce();
    var bound =
        request.proof().challenge().isPresent()
            || policy == PkcePolicy.OPTIONAL
            || (policy == PkcePolicy.NONCE_INSTEAD && hasNonceInstead());
    rule(
        bound,
        INVALID_REQUEST,
        (policy == PkcePolicy.NONCE_INSTEAD
                ? "send a code_challenge (S256), or scope openid and a nonce"
                : "parameter code_challenge is missing; send the S256 challenge of RFC 7636")
            + advice());
  }

  // Many libraries cannot, and whoever registers them does not know the key that lets them in.
  private String advice() {
    return client.access().confidential() && client.profile() == ProfileName.NONE
        ? "; for a client that cannot, set its require_pkce to "
            + (hasNonceInstead() ? "nonce, which it sends" : "false")
        : "";
  }

  private boolean hasNonceInstead() {
    return request.access().isOpenId() && request.proof().nonce().isPresent();
  }

  /** Refuses unknown scopes, which OpenID Connect Core §3.1.2.1 has ignored in its own requests. */
  void theScopesAreKnown() {
    var unknown = asked().filter(s -> !apis.knows(s));
    rule(
        unknown.isEmpty() || request.access().isOpenId(),
        INVALID_SCOPE,
        "there is no scope " + first(unknown));
  }

  /** Refuses scopes of others, and a request for nothing. */
  void theScopesAreTheClients() {
    var foreign = asked().filter(apis::knows).minus(client.access().scopes());
    rule(
        foreign.isEmpty(),
        INVALID_SCOPE,
        "the client is not registered for scope " + first(foreign));
    rule(
        !known().isEmpty() || !details.isEmpty(),
        INVALID_SCOPE,
        "name the scopes to be allowed in parameter scope");
  }

  /** Refuses resources of others. */
  void theResourcesAreTheClients() {
    for (var resource : request.access().resources()) {
      rule(
          apis.find(resource).filter(client.access()::reaches).isPresent(),
          INVALID_TARGET,
          "there is no resource " + resource + " for this client");
    }
  }

  /** Refuses a scope of another resource than those that are named. */
  void theScopesBelongToTheResources() {
    var resources = request.access().resources();
    for (var scope : known().values()) {
      var home = apis.ofScope(scope);
      rule(
          resources.isEmpty() || home.isEmpty() || home.filter(resources::contains).isPresent(),
          INVALID_TARGET,
          "scope " + scope + " needs resource " + home.map(Resource::value).orElse(""));
    }
  }

  private Scopes known() {
    return asked().filter(apis::knows);
  }

  // RFC 6749 §3.3: who names none asks for what the client is registered for at APIs, unless the
  // details say what it asks for (RFC 9396 §3.1).
  private Scopes asked() {
    return request
        .access()
        .scopes()
        .map(all -> all.filter(s -> !s.equals("offline_access") || mayHaveOfflineAccess()))
        .orElseGet(() -> details.isEmpty() ? usual() : Scopes.NONE);
  }

  // OpenID Connect Core §11: it is ignored where it cannot be given.
  private boolean mayHaveOfflineAccess() {
    return client.mayUse("refresh_token") && client.access().scopes().contains("offline_access");
  }

  private Scopes usual() {
    return client.access().scopes().filter(s -> apis.ofScope(s).isPresent());
  }

  /** Refuses claims that are no such object. */
  void theClaimsAreReadable() {
    claims();
  }

  /** Refuses a demand for classes of which none is reached here. */
  void theSignInCanBeOfADemandedClass() {
    var classes = classes(claims());
    rule(
        classes.isEmpty() || classes.get().stream().anyMatch(Authentication.CLASSES::contains),
        UNMET_AUTHENTICATION_REQUIREMENTS,
        "people sign in here by an acr of " + String.join(", ", Authentication.CLASSES));
  }

  // OpenID Connect Core §3.1.2.1: acr_values are a wish. An API that named them in a challenge
  // would
  // refuse any other token (RFC 9470 §5), so that there they are a demand.
  private Optional<Set<String>> classes(ClaimsParameter named) {
    var liked = request.conditions().classes();
    var demanded = !liked.isEmpty() && isForAnApi() ? liked : Set.<String>of();
    return SignInRequirements.common(
        Stream.of(named.classes(), demanded).filter(some -> !some.isEmpty()));
  }

  private boolean isForAnApi() {
    return !request.access().resources().isEmpty()
        || known().values().stream().anyMatch(s -> apis.ofScope(s).isPresent());
  }

  // Read once, since several rules and the answer ask for it.
  private ClaimsParameter claims() {
    if (claims == null) {
      claims = readClaims();
    }
    return claims;
  }

  // OpenID Connect Core §5.5: what is no OpenID request knows no such parameter.
  private ClaimsParameter readClaims() {
    var named = request.claims();
    var said = named.json().map(ClaimsParameter::parse).orElse(ClaimsParameter.NONE);
    return request.access().isOpenId()
        ? said.withIdToken(client.signIn().idToken().named())
            .withLanguages(named.locales().orElse(""))
        : ClaimsParameter.NONE;
  }

  private static String first(Scopes scopes) {
    return scopes.values().stream().findFirst().orElse("");
  }

  private static void rule(boolean holds, OAuthError error, String reason) {
    if (!holds) {
      throw error.because(reason);
    }
  }
}
