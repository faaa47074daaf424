package org.sallyport.platform.audit.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sallyport.platform.audit.store.AuditColumns;
import org.sallyport.platform.json.Json;

/**
 * Gives rows as lines of JSON, each once, in the order of checkpoints and chains. Rows that no
 * checkpoint covers yet come a minute later.
 */
public final class AuditExport {
  private static final String ROWS =
      "select "
          + AuditColumns.NAMES
          + ", chain, chain_position, hash from audit_event where chain = ?"
          + " and chain_position between ? and ? order by chain_position limit ?";

  private static final int AFTER_ALL = 999_999_999;

  private final Connection connection;
  private final Consumer<String> lines;
  private long left;

  private AuditExport(Connection connection, long most, Consumer<String> lines) {
    this.connection = connection;
    this.left = most;
    this.lines = lines;
  }

  /**
   * Writes at most so many lines after the cursor, each with its own cursor.
   *
   * @return whether the rows after the cursor are all there; if retention has deleted some, nothing
   *     is written
   */
  public static boolean write(
      Connection connection, AuditCursor after, long most, Consumer<String> lines)
      throws SQLException {
    var begin = begin(connection);
    if (after.checkpoint() <= begin.checkpoint() && !after.equals(begin)) {
      return false;
    }
    new AuditExport(connection, most, lines).write(after);
    return true;
  }

  /** Where an export begins whose older rows were deleted by retention. */
  public static AuditCursor begin(Connection connection) throws SQLException {
    var oldest = new Checkpoints(connection).oldest();
    if (oldest.isEmpty() || (oldest.get().number() == 1 && hasAll(connection, oldest.get()))) {
      return AuditCursor.BEGIN;
    }
    return new AuditCursor(oldest.get().number(), AFTER_ALL, 0);
  }

  // Of a chain, the first rows are deleted first.
  private static boolean hasAll(Connection connection, Checkpoint first) throws SQLException {
    var sql = "select 1 from audit_event where chain = ? and chain_position = 1";
    try (var statement = connection.prepareStatement(sql)) {
      for (var head : first.headList()) {
        statement.setInt(1, head.place().chain());
        try (var rows = statement.executeQuery()) {
          if (!rows.next()) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private void write(AuditCursor after) throws SQLException {
    var checkpoints = new Checkpoints(connection);
    var before =
        checkpoints.find(after.checkpoint() - 1).map(AuditExport::positions).orElse(Map.of());
    var next = checkpoints.find(Math.max(after.checkpoint(), 1));
    while (next.isPresent() && left > 0) {
      write(next.get(), before, after);
      before = positions(next.get());
      next = checkpoints.find(next.get().number() + 1);
    }
  }

  private static Map<Integer, Long> positions(Checkpoint checkpoint) {
    var positions = new HashMap<Integer, Long>();
    checkpoint.headList().forEach(h -> positions.put(h.place().chain(), h.place().position()));
    return positions;
  }

  private void write(Checkpoint next, Map<Integer, Long> before, AuditCursor after)
      throws SQLException {
    for (var head : next.headList()) {
      var chain = head.place().chain();
      var from = before.getOrDefault(chain, 0L);
      if (next.number() == after.checkpoint() && chain <= after.chain()) {
        from = chain < after.chain() ? head.place().position() : after.position();
      }
      if (from < head.place().position() && left > 0) {
        write(next, from, head.place());
      }
    }
  }

  private void write(Checkpoint checkpoint, long after, ChainPlace last) throws SQLException {
    try (var statement = connection.prepareStatement(ROWS)) {
      statement.setInt(1, last.chain());
      statement.setLong(2, after + 1);
      statement.setLong(3, last.position());
      statement.setLong(4, left);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.accept(line(checkpoint, rows));
          left--;
        }
      }
    }
  }

  private static String line(Checkpoint checkpoint, ResultSet row) throws SQLException {
    var chain = row.getInt("chain");
    var position = row.getLong("chain_position");
    var cursor = new AuditCursor(checkpoint.number(), chain, position);
    return Json.createObjectBuilder()
        .add("cursor", cursor.toString())
        .addAll(AuditColumns.read(row).json())
        .add("chain", chain)
        .add("position", position)
        .add("hash", row.getString("hash"))
        .build()
        .toString();
  }
}
