package org.sallyport.platform.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent;
import org.sallyport.platform.audit.AuditEvent.Deed;
import org.sallyport.platform.audit.AuditEvent.Faulted;
import org.sallyport.platform.audit.AuditSink;
import org.sallyport.protocol.ClientId;

/**
 * Keeps deeds as rows of the transaction in which they are done, and refusals by a queue that no
 * request waits for.
 */
@ApplicationScoped
public class AuditStore implements AuditSink {
  @Inject AuditRows rows;
  @Inject RefusalWriter refusals;
  @Inject Instance<RegisteredClients> clients;
  @Inject Clock clock;

  @Override
  public void take(AuditEvent event, AuditEntry entry, boolean shown) {
    var happened = StoredEvent.now(entry, clock.instant());
    if (event instanceof Deed) {
      rows.add(List.of(happened));
    } else {
      refusals.take(happened, shown || event instanceof Faulted || isOfClient(entry));
    }
  }

  @Override
  public void takeAll(List<? extends Deed> deeds, List<AuditEntry> entries) {
    var now = clock.instant();
    rows.add(entries.stream().map(entry -> StoredEvent.now(entry, now)).toList());
  }

  private boolean isOfClient(AuditEntry entry) {
    return entry.parties().client().filter(this::isRegistered).isPresent();
  }

  private boolean isRegistered(ClientId id) {
    return clients.stream().anyMatch(c -> c.isKnown(id));
  }
}
