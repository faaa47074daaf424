package org.sallyport.resource.details;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Settings;
import org.sallyport.resource.api.AppliedRows;
import org.sallyport.resource.api.ResourceServerRows;

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
  public void apply(ConfigValue section) {
    var entries = new AuthorizationDetailsTypeEntries(r -> resources.find(r).isPresent());
    section.eachElement().forEach(entries::read);
    var now = clock.instant();
    AppliedRows.takeOver(
        rows,
        entries.written(),
        (id, node) -> new AuthorizationDetailsTypeRow(id, node, now),
        rows.departures(name(), now, settings.changes().leaveGrace()));
    types.forget();
  }
}
