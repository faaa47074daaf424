package org.sallyport.platform.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.Session;
import org.sallyport.platform.audit.store.AuditSettings;
import org.sallyport.platform.sweep.Sweepable;

/**
 * Deletes what is older than {@code audit.retention}: all rows that the newest checkpoint of before
 * then covers. That checkpoint stays, and tells a verification where each chain begins now.
 */
@ApplicationScoped
public class AuditRetention implements Sweepable {
  private static final String FIRST = "select min(chain_position) from audit_event where chain = ?";
  private static final String DELETE =
      "delete from audit_event where chain = ? and chain_position between ? and ?";

  @Inject EntityManager em;
  @Inject AuditSettings settings;

  @Override
  public String name() {
    return "the audit";
  }

  @Override
  public int sweep(Instant now, int most) {
    var before = now.minus(settings.retention());
    return em.unwrap(Session.class).doReturningWork(c -> sweep(c, before, most));
  }

  private static int sweep(Connection connection, Instant before, int most) throws SQLException {
    var begin = new Checkpoints(connection).newestBefore(before);
    if (begin.isEmpty()) {
      return 0;
    }
    var deleted = 0;
    for (var head : begin.get().headList()) {
      deleted += delete(connection, head.place(), most - deleted);
    }
    if (deleted < most) {
      forgetCheckpoints(connection, begin.get());
      forgetCounts(connection, before);
    }
    return deleted;
  }

  // Positions have no gaps, so that the first one tells the last one of a batch.
  private static int delete(Connection connection, ChainPlace last, int most) throws SQLException {
    try (var statement = connection.prepareStatement(FIRST)) {
      statement.setInt(1, last.chain());
      try (var rows = statement.executeQuery()) {
        rows.next();
        var first = rows.getLong(1);
        return rows.wasNull() || most <= 0
            ? 0
            : delete(connection, last, first, Math.min(last.position(), first + most - 1));
      }
    }
  }

  private static int delete(Connection connection, ChainPlace of, long first, long last)
      throws SQLException {
    try (var statement = connection.prepareStatement(DELETE)) {
      statement.setInt(1, of.chain());
      statement.setLong(2, first);
      statement.setLong(3, last);
      return statement.executeUpdate();
    }
  }

  private static void forgetCheckpoints(Connection connection, Checkpoint begin)
      throws SQLException {
    var sql = "delete from audit_checkpoint where checkpoint_number < ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, begin.number());
      statement.executeUpdate();
    }
  }

  private static void forgetCounts(Connection connection, Instant before) throws SQLException {
    var sql = "delete from audit_dropped where minute_at < ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
