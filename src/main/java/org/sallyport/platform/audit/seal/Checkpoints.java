package org.sallyport.platform.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.NewRow;

/** The table of checkpoints. */
record Checkpoints(Connection connection) {
  private static final String SELECT = "select " + Checkpoint.COLUMNS + " from audit_checkpoint ";
  private static final String INSERT =
      "insert into audit_checkpoint (" + Checkpoint.COLUMNS + ") values (?, ?, ?, ?, ?, ?)";

  /** The newest, if there is any. */
  Optional<Checkpoint> newest() throws SQLException {
    return first("order by checkpoint_number desc limit 1");
  }

  /** The oldest, if there is any. */
  Optional<Checkpoint> oldest() throws SQLException {
    return first("order by checkpoint_number limit 1");
  }

  /** The newest that was taken before this time. */
  Optional<Checkpoint> newestBefore(Instant time) throws SQLException {
    return first(
        "where taken_at < ? order by checkpoint_number desc limit 1",
        time.atOffset(ZoneOffset.UTC));
  }

  /** The one of this number, if it is there. */
  Optional<Checkpoint> find(long number) throws SQLException {
    return first("where checkpoint_number = ?", number);
  }

  private Optional<Checkpoint> first(String rest, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(SELECT + rest)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(Checkpoint.read(rows)) : Optional.empty();
      }
    }
  }

  /** Adds one; false if another node has just added the same number. */
  boolean add(Checkpoint checkpoint) throws SQLException {
    var values =
        List.<Object>of(
            checkpoint.number(),
            checkpoint.at(),
            checkpoint.heads(),
            checkpoint.previous(),
            checkpoint.mac(),
            checkpoint.sealedBy());
    return new NewRow(INSERT, values).insertUnlessPresent(connection);
  }
}
