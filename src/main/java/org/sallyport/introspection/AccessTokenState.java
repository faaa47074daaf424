package org.sallyport.introspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.registry.Clients;
import org.sallyport.grant.GrantValidity;
import org.sallyport.grant.Grants;
import org.sallyport.jwt.AccessToken;
import org.sallyport.jwt.AccessTokens;
import org.sallyport.person.People;
import org.sallyport.person.ResourceOwner;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.Confirmation;
import org.sallyport.resource.api.ResourceServers;

/** What may be told of an access token (RFC 7662 §2.2). */
@ApplicationScoped
class AccessTokenState {
  @Inject AccessTokens tokens;
  @Inject GrantValidity standing;
  @Inject Clients clients;
  @Inject Grants grants;
  @Inject ResourceServers servers;
  @Inject People people;
  @Inject UntoldTokens untold;

  /** The members of the answer, if the value is an active access token that this client may see. */
  Optional<JsonObject> of(String value, AuthenticatedClient client) {
    return tokens.read(value).filter(t -> isActiveFor(client, t)).map(this::described);
  }

  private boolean isActiveFor(AuthenticatedClient client, AccessToken token) {
    if (!maySee(client, token)) {
      untold.isNoneOf(client, token);
      return false;
    }
    var active = standing.token(token.jti(), token.client(), token.grant(), token.issuedAt());
    if (!active) {
      untold.hasEnded(client, token);
    }
    return active;
  }

  // RFC 7662 §4: a token tells things that are none of other clients' business.
  private boolean maySee(AuthenticatedClient client, AccessToken token) {
    return token.client().equals(client.id())
        || servers.all().stream()
            .filter(s -> token.audience().contains(s.id().value()))
            .filter(s -> s.wasThereAt(token.issuedAt().plusSeconds(1)))
            .anyMatch(s -> s.introspectors().contains(client.id()));
  }

  private boolean mayBeNamed(AccessToken token) {
    return clients
        .find(token.client())
        .filter(c -> c.metadata().mayKnowUsernames(token.scopes()))
        .isPresent();
  }

  private JsonObject described(AccessToken token) {
    var members = new LinkedHashMap<String, Object>();
    members.put("active", true);
    members.put("token_type", Confirmation.tokenType(token.bound()));
    members.putAll(token.claims());
    members.remove("token_use");
    token
        .grant()
        .filter(g -> mayBeNamed(token))
        .flatMap(grants::known)
        .flatMap(g -> people.tokenSubject(g.subject()))
        .map(ResourceOwner::username)
        .ifPresent(name -> members.put("username", name));
    return Json.createObjectBuilder(members).build();
  }
}
