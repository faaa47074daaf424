package org.sallyport.platform.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * An update whose row count is the verdict: of any number of nodes that try it at once, one changes
 * the row. What is in the persistence context is neither written before nor read again after it.
 *
 * @param sql an {@code update} statement of plain SQL, with a question mark for each value
 */
public record ConditionalUpdate(String sql) {
  /** Whether exactly one row was changed, in the running transaction. */
  public boolean changesOne(EntityManager em, Object... values) {
    var session = em.unwrap(SessionImplementor.class);
    var statistics = session.getFactory().getStatistics();
    if (statistics.isStatisticsEnabled()) {
      statistics.prepareStatement();
    }
    return session.doReturningWork(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            NewRow.bind(statement, List.of(values));
            return statement.executeUpdate() == 1;
          }
        });
  }
}
