package org.sallyport.platform.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many refusals were not kept, by minute, event and reason, until that is written. */
final class DroppedRefusals {
  private static final int MANY = 1_000;
  private static final String UPDATE =
      "update audit_dropped set dropped = dropped + ?"
          + " where node = ? and minute_at = ? and event = ? and reason = ?";
  private static final String INSERT =
      "insert into audit_dropped (dropped, node, minute_at, event, reason) values (?, ?, ?, ?, ?)";

  private final String node = UUID.randomUUID().toString();
  private Map<DropKind, Long> counts = new HashMap<>();

  /** Why one was not kept. */
  enum DropReason {
    /** Its network had too many, or all strangers together. */
    QUOTA,
    /** Too many waited to be written. */
    FULL,
    /** The database took all others, but not this one. */
    UNWRITABLE
  }

  /** What is counted together. */
  record DropKind(Instant minute, String event, String reason) {}

  /** Counts one that is not kept. */
  synchronized void count(StoredEvent refusal, DropReason reason) {
    // While they cannot be written for long, they are told by the hour.
    var unit = counts.size() < MANY ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
    var kind = new DropKind(refusal.at().truncatedTo(unit), refusal.entry().event(), reason.name());
    counts.merge(kind, 1L, Long::sum);
  }

  /** Takes what was counted since the last time; {@link #giveBack} if it could not be written. */
  synchronized Map<DropKind, Long> take() {
    var taken = counts;
    counts = new HashMap<>();
    return taken;
  }

  synchronized void giveBack(Map<DropKind, Long> taken) {
    taken.forEach((kind, number) -> counts.merge(kind, number, Long::sum));
  }

  /** Adds this to what is stored. */
  void write(Map<DropKind, Long> taken, Connection connection) throws SQLException {
    for (var count : taken.entrySet()) {
      if (run(UPDATE, count, connection) == 0) {
        run(INSERT, count, connection);
      }
    }
  }

  private int run(String sql, Map.Entry<DropKind, Long> count, Connection connection)
      throws SQLException {
    var kind = count.getKey();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, count.getValue());
      statement.setString(2, node);
      statement.setObject(3, AuditColumns.column(kind.minute()));
      statement.setString(4, kind.event());
      statement.setString(5, kind.reason());
      return statement.executeUpdate();
    }
  }
}
