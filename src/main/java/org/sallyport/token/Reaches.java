package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_TARGET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.client.Access;
import org.sallyport.client.AuthenticatedClient;
import org.sallyport.client.ResourceServer;
import org.sallyport.client.ResourceServers;
import org.sallyport.grant.Grant;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;

/** Chooses where an access token may be used, from what was asked and allowed (RFC 8707 §2.2). */
@ApplicationScoped
class Reaches {
  @Inject ResourceServers servers;

  /**
   * What a grant allows, narrowed to these of its scopes and to the resources asked for; what the
   * client may not ask for any more, no grant brings.
   */
  Reach of(AuthenticatedClient client, Grant grant, Scopes scopes, List<String> asked) {
    var access = client.metadata().access();
    var still = scopes.intersect(access.scopes());
    var allowed =
        grant.resources().isEmpty()
            ? ofScopes(grant.scopes().intersect(access.scopes()))
            : ofClient(access).filter(s -> grant.resources().contains(s.id())).toList();
    var usual = grant.resources().isEmpty() ? ofScopes(still) : allowed;
    return new Reach(still, asked.isEmpty() ? usual : chosen(asked, allowed));
  }

  /** What a client may do by itself, narrowed to these of its scopes and to the resources asked. */
  Reach of(AuthenticatedClient client, Scopes scopes, List<String> asked) {
    var allowed = ofClient(client.metadata().access()).toList();
    return new Reach(scopes, asked.isEmpty() ? ofScopes(scopes) : chosen(asked, allowed));
  }

  private Stream<ResourceServer> ofClient(Access access) {
    return servers.all().stream().filter(access::reaches);
  }

  private List<ResourceServer> ofScopes(Scopes scopes) {
    return servers.all().stream()
        .filter(r -> scopes.values().stream().anyMatch(s -> r.scope(s).isPresent()))
        .toList();
  }

  private static List<ResourceServer> chosen(List<String> asked, List<ResourceServer> allowed) {
    return asked.stream().map(Resource::new).distinct().map(id -> one(id, allowed)).toList();
  }

  private static ResourceServer one(Resource id, List<ResourceServer> allowed) {
    return allowed.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> INVALID_TARGET.because("resource " + id + " was not allowed"));
  }
}
