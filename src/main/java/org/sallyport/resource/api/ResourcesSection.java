package org.sallyport.resource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Settings;

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
  public void apply(ConfigValue section) {
    var entries = new ResourceEntries();
    section.eachElement().forEach(entries::read);
    var now = clock.instant();
    AppliedRows.takeOver(
        rows,
        entries.written(),
        (id, node) -> new ResourceServerRow(id, node, now),
        rows.departures(name(), now, settings.changes().leaveGrace()));
    servers.forget();
  }
}
