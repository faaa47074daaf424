package org.sallyport.platform.audit.store;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Subject;

/** What happened, for whoever may see it: the rows of the audit, and what other rows tell of it. */
@ApplicationScoped
@Transactional
public class AuditEvents {
  @Inject EntityManager em;
  @Inject Instance<AuditSource> sources;

  /**
   * The events of a person since this time, the newest first, refusals with their case numbers.
   *
   * @param most how many at most
   */
  public List<StoredEvent> of(Subject subject, Instant since, int most) {
    return em.unwrap(Session.class).doReturningWork(c -> of(c, subject, since, most));
  }

  private List<StoredEvent> of(Connection connection, Subject subject, Instant since, int most)
      throws SQLException {
    var all = new ArrayList<>(new AuditQueries(connection).of(subject, since, most));
    for (var source : sources) {
      all.addAll(source.of(connection, subject, since, most));
    }
    return all.stream().sorted(comparing(StoredEvent::at).reversed()).limit(most).toList();
  }

  /**
   * The events of a person that are of these kinds and have rows of their own, the newest first and
   * 200 at most.
   *
   * @param kinds such as {@code password_changed}
   */
  public List<StoredEvent> of(Subject subject, Instant since, List<String> kinds) {
    return em.unwrap(Session.class)
        .doReturningWork(c -> new AuditQueries(c).of(subject, since, kinds));
  }

  /** The events under a case number; none if it is unknown or was not kept. */
  public List<StoredEvent> ofCase(CaseNumber number) {
    return em.unwrap(Session.class).doReturningWork(c -> new AuditQueries(c).ofCase(number));
  }

  /** What happened around a case number, or how many refusals were not kept if it is not known. */
  public CaseStory story(CaseNumber number) {
    return em.unwrap(Session.class)
        .doReturningWork(c -> new AuditQueries(c).story(number, sources));
  }
}
