package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Node;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.Resource;

/**
 * The section {@code resources}: one that is no longer there is deleted, and if it comes back after
 * the grace time, what was allowed before does not speak of it.
 */
@ApplicationScoped
public class ResourcesSection implements ConfigurationSection {
  @Inject ResourceServerRows rows;
  @Inject ResourceServers servers;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void apply(Node section) {
    var written = read(section);
    var now = clock.instant();
    AppliedRows.takeOver(
        rows,
        written,
        (id, node) -> new ResourceServerRow(id, node, now),
        rows.departures(name(), now, settings.changes().leaveGrace()));
    servers.forget();
  }

  private static Map<String, Node> read(Node section) {
    var read = new LinkedHashMap<String, Node>();
    var owners = new HashMap<String, Resource>();
    for (var node : section.elements()) {
      var server = ResourceServer.read(node);
      if (read.put(server.id().value(), node) != null) {
        throw node.wrong("is resource " + server.id() + " again", "give each one entry");
      }
      server.scopes().forEach(s -> own(s.scope(), server.id(), owners, node));
    }
    return read;
  }

  // A scope tells its resource server, so that the audience of a token is never ambiguous.
  private static void own(String scope, Resource id, Map<String, Resource> owners, Node node) {
    if (StandardScopes.contains(scope) || owners.putIfAbsent(scope, id) != null) {
      throw node.wrong("has scope " + scope + ", which is taken", "give it a name of its own");
    }
  }
}
