package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Node;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.protocol.ClientId;

/**
 * The section {@code clients}: one that is no longer there is disabled, never deleted, and what it
 * was given is void unless it returns within the grace time.
 */
@ApplicationScoped
public class ClientsSection implements ConfigurationSection {
  @Inject ClientRows rows;
  @Inject Clients clients;
  @Inject ClientOrigins origins;
  @Inject Offer offer;
  @Inject Provider<MasterKey> master;
  @Inject Settings settings;
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
  public void apply(Node section) {
    var read = read(section);
    var now = clock.instant();
    var all = rows.all();
    all.forEach(c -> c.correctEnd(now));
    var before = all.stream().filter(Client::enabled).toList();
    all.stream().filter(c -> !read.containsKey(c.id())).forEach(c -> c.retire(now));
    read.values().forEach(r -> register(r, now));
    var disabled = before.stream().filter(c -> !c.enabled()).count();
    settings.changes().refuseMassDisable(name(), disabled, before.size());
    clients.forget();
    origins.forget();
  }

  private void register(Registration registration, Instant now) {
    var known = rows.find(registration.id());
    if (known.isEmpty()) {
      var client = new Client(registration, now);
      client.keepSecret(registration, master.get());
      rows.add(client);
    }
    known.filter(c -> !c.remembers(registration)).ifPresent(c -> take(registration, c, now));
  }

  private void take(Registration registration, Client client, Instant now) {
    client.register(registration, now, settings.changes().leaveGrace());
    client.keepSecret(registration, master.get());
  }

  private Map<ClientId, Registration> read(Node section) {
    var read = new LinkedHashMap<ClientId, Registration>();
    for (var node : section.elements()) {
      var registration = Registration.read(node);
      offer.check(node, registration.metadata());
      if (read.put(registration.id(), registration) != null) {
        throw node.wrong("is client " + registration.id() + " again", "give each one entry");
      }
    }
    return read;
  }
}
