package org.sallyport.request;

import java.util.List;
import java.util.Optional;
import org.sallyport.protocol.Resource;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.ScopeText;
import org.sallyport.resource.api.StandardScopes;

/** The scopes and resources there are. */
record KnownResources(List<ResourceServer> servers) {

  /** Whether there is such a scope. */
  boolean knows(String scope) {
    return text(scope).isPresent();
  }

  /** Whether a person may leave this scope out. */
  boolean optional(String scope) {
    return text(scope).filter(ScopeText::optional).isPresent();
  }

  /** The resource server of this name. */
  Optional<ResourceServer> find(Resource id) {
    return servers.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The resource that a scope belongs to; none for the standard ones. */
  Optional<Resource> ofScope(String scope) {
    return servers.stream()
        .filter(s -> s.scope(scope).isPresent())
        .map(ResourceServer::id)
        .findFirst();
  }

  private Optional<ScopeText> text(String scope) {
    return StandardScopes.find(scope)
        .or(() -> servers.stream().flatMap(s -> s.scope(scope).stream()).findFirst());
  }
}
