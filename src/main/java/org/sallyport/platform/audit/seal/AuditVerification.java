package org.sallyport.platform.audit.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.MasterKey;

/**
 * Walks all checkpoints and chains of an audit, and says what is broken, missing or not sealed.
 * Whoever has the database but not the master key cannot change, insert or take out a sealed row
 * without being told here; {@code docs/audit.md} has what this cannot show.
 */
public final class AuditVerification {
  private static final int AT_ONCE = 5_000;
  // Longer than a transaction takes, or a start that applies a large file.
  private static final Duration SOON = Duration.ofMinutes(10);
  private static final String CHECKPOINTS =
      "select " + Checkpoint.COLUMNS + " from audit_checkpoint order by checkpoint_number";
  private static final String CHAINED =
      "select "
          + SealedRow.COLUMNS
          + ", chain, chain_position, previous_hash, hash from audit_event"
          + " where chain is not null order by chain, chain_position";
  // What is copied from a grant happened long before.
  private static final String UNSEALED =
      "select count(*), min(case when event <> 'grant_issued' then happened_at end)"
          + " from audit_event where chain is null";

  private final Connection connection;
  private final MasterKey master;
  private final AuditBounds bounds;
  private final AuditFaults faults = new AuditFaults();
  private final Map<Integer, ChainHead> begins = new HashMap<>();
  private final Map<Integer, ChainHead> noted = new HashMap<>();
  private final Map<ChainPlace, String> promised = new HashMap<>();
  private @Nullable ChainWalk walk;
  private int chain;
  private long sealed;

  private AuditVerification(Connection connection, MasterKey master, AuditBounds bounds) {
    this.connection = connection;
    this.master = master;
    this.bounds = bounds;
  }

  /** What there is to say of the audit behind this connection, as of one moment. */
  public static AuditReport of(Connection connection, MasterKey master, AuditBounds bounds)
      throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      return new AuditVerification(connection, master, bounds).report();
    } finally {
      connection.rollback();
    }
  }

  private AuditReport report() throws SQLException {
    var checkpoints = new CheckpointWalk(master, bounds, faults);
    each(CHECKPOINTS, row -> checkpoints.take(Checkpoint.read(row)));
    checkpoints.end();
    checkpoints.begin().ifPresent(c -> c.headList().forEach(h -> begins.put(chainOf(h), h)));
    checkpoints.promised().forEach(h -> promised.put(h.place(), h.hash()));
    Chains.heads(connection).forEach(h -> noted.put(chainOf(h), h));
    each(CHAINED, this::take);
    endChains();
    var unsealed = unsealed();
    return new AuditReport(
        sealed,
        unsealed,
        checkpoints.count(),
        checkpoints.begin().map(c -> "checkpoint " + c.number() + " of " + c.at()),
        checkpoints.newest().map(c -> c.number() + " " + c.mac()),
        faults.list());
  }

  private void take(ResultSet row) throws SQLException {
    var place = new ChainPlace(row.getInt("chain"), row.getLong("chain_position"));
    if (walk == null || place.chain() != chain) {
      endChain();
      chain = place.chain();
      walk = walkAlong(chain);
    }
    var hash = row.getString("hash");
    walk.take(SealedRow.of(row), place, row.getString("previous_hash"), hash);
    var told = promised.remove(place);
    if (told != null && !told.equals(hash)) {
      faults.add("the row at " + place + " is not the one that the newest checkpoint tells");
    }
    sealed++;
  }

  private ChainWalk walkAlong(int number) {
    var nothing = new ChainHead(new ChainPlace(number, 0), ChainHead.NOTHING);
    return new ChainWalk(master, faults, begins.getOrDefault(number, nothing));
  }

  private void endChain() {
    if (walk != null) {
      walk.end(Optional.ofNullable(noted.remove(chain)));
    }
  }

  // Chains without any row may have lost all of them to retention, but no others.
  private void endChains() {
    endChain();
    noted.forEach((number, head) -> walkAlong(number).end(Optional.of(head)));
    promised.forEach(
        (place, hash) -> {
          if (!new ChainHead(place, hash).equals(begins.get(place.chain()))) {
            faults.add("the newest checkpoint tells of a row at " + place + ", which is missing");
          }
        });
  }

  private long unsealed() throws SQLException {
    try (var statement = connection.prepareStatement(UNSEALED);
        var rows = statement.executeQuery()) {
      rows.next();
      var oldest = rows.getObject(2, OffsetDateTime.class);
      if (oldest != null && oldest.toInstant().isBefore(bounds.now().minus(SOON))) {
        faults.add("rows are not sealed, the oldest of " + oldest.toInstant());
      }
      return rows.getLong(1);
    }
  }

  private static int chainOf(ChainHead head) {
    return head.place().chain();
  }

  /** What is done with a row. */
  private interface RowReader {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String sql, RowReader reader) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(AT_ONCE);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.take(rows);
        }
      }
    }
  }
}
