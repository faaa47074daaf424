package org.sallyport.client.registry;

import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.client.registration.ClientEntries;
import org.sallyport.client.registration.Registration;
import org.sallyport.client.registration.RegistrationChecks;
import org.sallyport.platform.audit.AuditEvent.ClientChanged;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.crypto.MasterKey;

/**
 * Brings the table of clients to what the configuration file says. The file may have many, so some
 * are taken at a time, and none is kept.
 */
final class ClientTakeover {
  private static final int AT_ONCE = 200;

  private final ClientRows rows;
  private final ClientEntries entries;
  private final ClientChange change;
  private final Provider<MasterKey> master;
  private final List<Registration> waiting = new ArrayList<>();
  private final List<ClientChanged> changes = new ArrayList<>();
  private long disabled;

  ClientTakeover(
      ClientRows rows, RegistrationChecks checks, ClientChange change, Provider<MasterKey> master) {
    this.rows = rows;
    this.entries = new ClientEntries(checks);
    this.change = change;
    this.master = master;
  }

  /** Takes an entry; refuses what contradicts itself, is not served, or is there twice. */
  void take(ConfigValue entry) {
    waiting.add(entries.read(entry));
    if (waiting.size() == AT_ONCE) {
      write();
    }
  }

  /** Ends the file: who was in it and is not any more leaves. Says how many were disabled. */
  long end() {
    write();
    var left = rows.idsOfEntries().stream().filter(id -> !entries.has(id)).toList();
    for (var from = 0; from < left.size(); from += AT_ONCE) {
      retire(left.subList(from, Math.min(from + AT_ONCE, left.size())));
    }
    return disabled;
  }

  /** What has changed since this was asked last. */
  List<ClientChanged> changes() {
    var told = List.copyOf(changes);
    changes.clear();
    return told;
  }

  private void write() {
    var known = rows.byId(waiting.stream().map(r -> r.id().value()).toList());
    for (var registration : waiting) {
      var client = known.get(registration.id().value());
      if (client == null) {
        add(registration);
      } else if (!client.remembers(registration)) {
        register(registration, client);
      } else {
        client.launch(registration);
      }
    }
    waiting.clear();
    rows.written();
  }

  private void add(Registration registration) {
    var client = new Client(registration, change);
    client.keepSecret(registration, master.get());
    rows.add(client);
    changes.add(new ClientChanged(registration.id(), "joined"));
  }

  private void register(Registration registration, Client client) {
    var before = client.enabled();
    client.register(registration, change);
    client.keepSecret(registration, master.get());
    tell(before, client, "changed");
  }

  private void retire(List<String> ids) {
    for (var client : rows.byId(ids).values()) {
      var before = client.enabled();
      client.retire(change);
      tell(before, client, "left");
    }
    rows.written();
  }

  private void tell(boolean before, Client client, String what) {
    if (before && !client.enabled()) {
      disabled++;
    }
    var switched = what.equals("changed") && before != client.enabled();
    var enabled = client.enabled() ? "enabled" : "disabled";
    changes.add(new ClientChanged(client.id(), switched ? enabled : what));
  }
}
