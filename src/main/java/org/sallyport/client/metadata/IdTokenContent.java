package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.StandardClaims;

/**
 * What ID tokens tell a client of the person, for one that never asks userinfo: nothing, all claims
 * of the scopes that it was allowed, or some that each of its requests counts as naming (OpenID
 * Connect Core §5.4, §5.5).
 */
public record IdTokenContent(boolean ofScopes, Set<String> named) {
  public IdTokenContent {
    named = Set.copyOf(named);
  }

  static IdTokenContent read(ConfigValue client) {
    return client
        .child("id_token_claims")
        .map(node -> of(client, node))
        .orElseGet(() -> new IdTokenContent(false, Set.of()));
  }

  private static IdTokenContent of(ConfigValue client, ConfigValue node) {
    if (node.json() == JsonValue.TRUE || node.json() == JsonValue.FALSE) {
      return new IdTokenContent(client.bool("id_token_claims").orElse(false), Set.of());
    }
    return new IdTokenContent(false, new LinkedHashSet<>(client.texts("id_token_claims")));
  }

  /** Refuses claims that the client could not be told, by these scopes of its registration. */
  void mustFit(Scopes registered) {
    for (var name : named) {
      var scope = StandardClaims.scopeOf(name);
      if (scope.isEmpty()) {
        throw INVALID_CLIENT_METADATA.because(
            "id_token_claims has " + name + ", which is a claim of no scope");
      }
      if (!registered.contains(scope.get()) || !registered.contains("openid")) {
        throw INVALID_CLIENT_METADATA.because(
            "id_token_claims has " + name + ", so scope must have openid and " + scope.get());
      }
    }
  }
}
