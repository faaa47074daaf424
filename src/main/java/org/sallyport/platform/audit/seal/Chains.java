package org.sallyport.platform.audit.seal;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.persistence.NewRow;

/**
 * Chains rows that are committed. A row belongs to the chain of whoever sealed it: each of those
 * who seal at one moment has a chain of its own, so that none waits for another, and one that dies
 * leaves nothing that another could not go on with.
 */
record Chains(Connection connection, MasterKey master) {
  private static final String ANY = "select 1 from audit_event where chain is null limit 1";
  private static final String UNSEALED =
      "select "
          + SealedRow.COLUMNS
          + " from audit_event where chain is null limit ? for update skip locked";
  private static final String FREE =
      "select chain, chain_position, hash from audit_chain where sealed_by = ?"
          + " order by chain limit 1 for update skip locked";
  private static final String LAST = "select coalesce(max(chain), 0) from audit_chain";
  private static final String BEGIN =
      "insert into audit_chain (chain, chain_position, hash, sealed_by) values (?, ?, ?, ?)";
  private static final String SEAL =
      "update audit_event set chain = ?, chain_position = ?, previous_hash = ?, hash = ?"
          + " where id = ? and happened_at = ?";
  private static final String MOVE =
      "update audit_chain set chain_position = ?, hash = ? where chain = ?";

  /** Whether rows wait to be sealed. */
  boolean isBehind() throws SQLException {
    try (var statement = connection.prepareStatement(ANY);
        var rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /**
   * Takes a chain that nobody holds; none if others hold all. It is held until the transaction
   * ends.
   */
  Optional<ChainHead> takeFree() throws SQLException {
    try (var statement = connection.prepareStatement(FREE)) {
      statement.setInt(1, master.number());
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(head(rows.getInt(1), rows.getLong(2), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  /** The number of a chain that there is not yet. */
  int newNumber() throws SQLException {
    try (var statement = connection.prepareStatement(LAST);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1) + 1;
    }
  }

  /** Begins a chain; false if another node has just begun the same. */
  boolean begin(ChainHead nothing) throws SQLException {
    var place = nothing.place();
    var values = List.<Object>of(place.chain(), place.position(), nothing.hash(), master.number());
    return new NewRow(BEGIN, values).insertUnlessPresent(connection);
  }

  /**
   * Appends at most so many rows that are not sealed yet to a chain that is held; says how many.
   */
  int append(ChainHead head, int most) throws SQLException {
    var rows = unsealed(most);
    var last = head;
    try (var statement = connection.prepareStatement(SEAL)) {
      for (var row : rows) {
        last = append(row, last, statement);
      }
      statement.executeBatch();
    }
    if (!rows.isEmpty()) {
      move(last);
    }
    return rows.size();
  }

  private ChainHead append(SealedRow row, ChainHead before, PreparedStatement statement)
      throws SQLException {
    var place = before.place().next();
    var hash = row.hash(place, before.hash(), master);
    statement.setInt(1, place.chain());
    statement.setLong(2, place.position());
    statement.setString(3, before.hash());
    statement.setString(4, hash);
    statement.setObject(5, row.id());
    statement.setObject(6, row.at().atOffset(ZoneOffset.UTC));
    statement.addBatch();
    return new ChainHead(place, hash);
  }

  private List<SealedRow> unsealed(int most) throws SQLException {
    var found = new ArrayList<SealedRow>();
    try (var statement = connection.prepareStatement(UNSEALED)) {
      statement.setInt(1, most);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(SealedRow.of(rows));
        }
      }
    }
    found.sort(comparing(SealedRow::at).thenComparing(SealedRow::id));
    return found;
  }

  private void move(ChainHead head) throws SQLException {
    try (var statement = connection.prepareStatement(MOVE)) {
      statement.setLong(1, head.place().position());
      statement.setString(2, head.hash());
      statement.setInt(3, head.place().chain());
      statement.executeUpdate();
    }
  }

  /** The newest rows of all chains that have rows, as of one moment. */
  static List<ChainHead> heads(Connection connection) throws SQLException {
    var sql =
        "select chain, chain_position, hash from audit_chain where chain_position > 0 order by chain";
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      var heads = new ArrayList<ChainHead>();
      while (rows.next()) {
        heads.add(head(rows.getInt(1), rows.getLong(2), rows.getString(3)));
      }
      return heads;
    }
  }

  private static ChainHead head(int chain, long position, String hash) {
    return new ChainHead(new ChainPlace(chain, position), hash);
  }
}
