package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_TARGET;

import java.util.List;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.TokenForm;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.StandardScopes;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * Where one access token may be used: at some resource servers, or, if there is none, at our own
 * endpoints (RFC 8707 §2.2, RFC 9068 §3).
 *
 * @param scopes those that mean something there
 * @param details what is allowed there in detail (RFC 9396 §9.1)
 */
record TokenAudience(Scopes scopes, List<ResourceServer> servers, AuthorizationDetails details) {

  TokenAudience {
    servers = List.copyOf(servers);
    scopes = narrowed(scopes, servers);
    if (servers.stream().map(ResourceServer::form).distinct().count() > 1) {
      throw INVALID_TARGET.because(
          "these resources want different kinds of token: ask for one at a time by resource");
    }
  }

  /** The {@code aud} claim. */
  List<String> audience(String issuer) {
    return servers.isEmpty() ? List.of(issuer) : servers.stream().map(s -> s.id().value()).toList();
  }

  /** What the token looks like. */
  TokenForm form() {
    return servers.stream().map(ResourceServer::form).findFirst().orElse(TokenForm.DEFAULT);
  }

  private static Scopes narrowed(Scopes scopes, List<ResourceServer> servers) {
    return scopes.filter(
        s -> StandardScopes.contains(s) || servers.stream().anyMatch(r -> r.scope(s).isPresent()));
  }
}
