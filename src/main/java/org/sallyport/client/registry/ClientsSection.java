package org.sallyport.client.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Clock;
import org.sallyport.client.registration.ServedFeatures;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.MasterKey;

/**
 * The section {@code clients}: one that is no longer there is disabled, never deleted, and what it
 * was given is void unless it returns within the grace time.
 */
@ApplicationScoped
public class ClientsSection implements ConfigurationSection {
  @Inject ClientRows rows;
  @Inject Clients clients;
  @Inject ClientOrigins origins;
  @Inject ServedFeatures offer;
  @Inject Provider<MasterKey> master;
  @Inject Settings settings;
  @Inject Audit audit;
  @Inject Clock clock;

  @Override
  public String name() {
    return "clients";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void apply(ConfigValue section) {
    var now = clock.instant();
    rows.endedAfter(now).forEach(c -> c.correctEnd(now));
    var before = rows.enabled();
    var grace = settings.changes().leaveGrace();
    var change = ClientChange.after(rows.lastChange(), now, grace);
    var takeover = new ClientTakeover(rows, offer.checks(), change, master);
    section
        .eachElement()
        .forEach(
            entry -> {
              takeover.take(entry);
              audit.recordAll(takeover.changes());
            });
    settings.changes().refuseMassDisable(name(), takeover.end(), before);
    audit.recordAll(takeover.changes());
    clients.forget();
    origins.forget();
  }
}
