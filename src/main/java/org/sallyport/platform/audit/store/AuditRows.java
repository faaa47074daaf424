package org.sallyport.platform.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.sallyport.platform.transaction.Transactional;

/** Writes events: in the transaction that runs, or in one of its own if none does. */
@ApplicationScoped
public class AuditRows {
  @Inject EntityManager em;

  /** Inserts these events; they are there once the transaction commits. */
  @Transactional
  public void add(List<StoredEvent> events) {
    if (!events.isEmpty()) {
      em.unwrap(Session.class).doWork(connection -> new AuditQueries(connection).insert(events));
    }
  }
}
