package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_TARGET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.metadata.ClientAccess;
import org.sallyport.grant.Grant;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.ResourceServers;

/** Chooses where an access token may be used, from what was asked and allowed (RFC 8707 §2.2). */
@ApplicationScoped
class Audiences {
  @Inject ResourceServers servers;
  @Inject TokenDetails details;

  /**
   * What a grant allows, narrowed to these of its scopes and to the resources and details asked for
   * in this form; what the client may not ask for any more, no grant brings.
   */
  TokenAudience of(AuthenticatedClient client, Grant grant, Scopes scopes, Parameters form) {
    var access = client.metadata().access();
    var still = scopes.intersect(access.scopes());
    var granted = details.still(grant, access);
    var asked = details.narrowed(granted, form, access);
    var allowed =
        grant.resources().isEmpty()
            ? of(grant, ofScopes(grant.scopes().intersect(access.scopes())))
            : of(grant, ofClient(access).filter(s -> grant.resources().contains(s.id())).toList());
    var usual = grant.resources().isEmpty() ? of(grant, ofScopes(still)) : allowed;
    var at =
        new Choice(details.with(usual, asked), details.with(allowed, granted))
            .of(form.all("resource"));
    return new TokenAudience(still, at, details.at(at, asked));
  }

  /**
   * What a client may do by itself, narrowed to these of its scopes and to the resources and
   * details asked for in this form.
   */
  TokenAudience of(AuthenticatedClient client, Scopes scopes, Parameters form) {
    var access = client.metadata().access();
    var asked = details.asked(form, access);
    var allowed = ofClient(access).toList();
    var at =
        new Choice(details.with(ofScopes(scopes), asked), details.with(allowed, asked))
            .of(form.all("resource"));
    return new TokenAudience(scopes, at, details.at(at, asked));
  }

  // An API that came, or came back as another, after the grant was not what was allowed.
  private static List<ResourceServer> of(Grant grant, List<ResourceServer> servers) {
    return servers.stream().filter(s -> s.wasThereAt(grant.createdAt())).toList();
  }

  private Stream<ResourceServer> ofClient(ClientAccess access) {
    return servers.all().stream().filter(access::reaches);
  }

  private List<ResourceServer> ofScopes(Scopes scopes) {
    return servers.all().stream()
        .filter(r -> scopes.values().stream().anyMatch(s -> r.scope(s).isPresent()))
        .toList();
  }

  /**
   * What can be chosen from.
   *
   * @param usual what it is where nothing is chosen
   */
  private record Choice(List<ResourceServer> usual, List<ResourceServer> allowed) {
    List<ResourceServer> of(List<String> asked) {
      return asked.isEmpty()
          ? usual
          : asked.stream().map(Resource::new).distinct().map(this::one).toList();
    }

    private ResourceServer one(Resource id) {
      return allowed.stream()
          .filter(s -> s.id().equals(id))
          .findFirst()
          .orElseThrow(() -> INVALID_TARGET.because("resource " + id + " was not allowed"));
    }
  }
}
