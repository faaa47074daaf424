package org.sallyport.resource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.RecentlyRead;
import org.sallyport.protocol.Resource;

/** All resource servers; a change is seen within two seconds on every node. */
@ApplicationScoped
public class ResourceServers {
  private final RecentlyRead<String, List<ResourceServer>> recent = new RecentlyRead<>();

  @Inject ResourceServerRows rows;

  /** All of them. */
  public List<ResourceServer> all() {
    return recent.get("all", k -> Optional.of(rows.servers())).orElse(List.of());
  }

  /** The one of this name. */
  public Optional<ResourceServer> find(Resource id) {
    return all().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The one whose scope this is; none for a standard or unknown scope. */
  public Optional<ResourceServer> ofScope(String scope) {
    return all().stream().filter(s -> s.scope(scope).isPresent()).findFirst();
  }

  /** How people are told of a scope, standard or a resource server's. */
  public Optional<ScopeText> text(String scope) {
    return StandardScopes.find(scope).or(() -> ofScope(scope).flatMap(s -> s.scope(scope)));
  }

  /** Reads everything anew from now on. */
  void forget() {
    recent.clear();
  }
}
