package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Node;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.Resource;

/**
 * The section {@code authorization_details_types}: one that is no longer there is deleted, and if
 * it comes back after the grace time, what was allowed before does not speak of it.
 */
@ApplicationScoped
public class AuthorizationDetailsTypesSection implements ConfigurationSection {
  @Inject AuthorizationDetailsTypeRows rows;
  @Inject AuthorizationDetailsTypes types;
  @Inject ResourceServerRows resources;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "authorization_details_types";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void apply(Node section) {
    var written = read(section);
    var now = clock.instant();
    AppliedRows.takeOver(
        rows,
        written,
        (id, node) -> new AuthorizationDetailsTypeRow(id, node, now),
        rows.departures(name(), now, settings.changes().leaveGrace()));
    types.forget();
  }

  private Map<String, Node> read(Node section) {
    var read = new LinkedHashMap<String, Node>();
    for (var node : section.elements()) {
      var type = AuthorizationDetailsType.read(node);
      type.resources().forEach(r -> mustBeThere(r, node));
      if (read.put(type.type(), node) != null) {
        throw node.wrong("is type " + type.type() + " again", "give each one entry");
      }
    }
    return read;
  }

  private void mustBeThere(Resource resource, Node node) {
    if (resources.find(resource).isEmpty()) {
      throw node.wrong("has the unknown resource " + resource, "add it to the section resources");
    }
  }
}
