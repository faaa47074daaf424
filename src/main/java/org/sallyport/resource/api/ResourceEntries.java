package org.sallyport.resource.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.protocol.Resource;

/** Reads the entries of the section {@code resources}, without the store. */
public final class ResourceEntries {
  private final Map<String, ConfigValue> written = new LinkedHashMap<>();
  private final Map<String, Resource> owners = new HashMap<>();
  private final List<ResourceServer> servers = new ArrayList<>();

  /** Reads one; refuses what contradicts itself or an entry above. */
  public void read(ConfigValue entry) {
    var server = ResourceServer.read(entry);
    if (written.put(server.id().value(), entry) != null) {
      throw entry.wrong("is resource " + server.id() + " again", "give each one entry");
    }
    server.scopes().forEach(s -> own(s.scope(), server.id(), entry));
    servers.add(server);
  }

  /** All that were read, by their resource, in the order of the file. */
  public Map<String, ConfigValue> written() {
    return written;
  }

  /** The same, as resource servers. */
  public List<ResourceServer> servers() {
    return servers;
  }

  // A scope tells its resource server, so that the audience of a token is never ambiguous.
  private void own(String scope, Resource id, ConfigValue entry) {
    if (StandardScopes.contains(scope) || owners.putIfAbsent(scope, id) != null) {
      throw entry.wrong("has scope " + scope + ", which is taken", "give it a name of its own");
    }
  }
}
