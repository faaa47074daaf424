package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditParties;
import org.sallyport.platform.audit.store.AuditRows;
import org.sallyport.platform.audit.store.AuditSource;
import org.sallyport.platform.audit.store.StoredEvent;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/**
 * What became of grants, as their rows tell it: one event for each, with all that followed. Codes,
 * redemptions and refreshes write nothing else, since they are what is done most often.
 */
@ApplicationScoped
public class GrantHistory implements AuditSource {
  private static final String SELECT =
      "select id, created_at, subject, client_id, scopes, redeemed_at, rotated_at, generation,"
          + " ended_at, end_reason from access_grant where ";

  @Inject EntityManager em;
  @Inject AuditRows rows;

  @Override
  public List<StoredEvent> of(Connection connection, Subject subject, Instant since, int most)
      throws SQLException {
    var sql = SELECT + "subject = ? and created_at >= ? order by created_at desc limit ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, subject.value());
      statement.setObject(2, since.atOffset(ZoneOffset.UTC));
      statement.setInt(3, most);
      return events(statement);
    }
  }

  /** Copies what the rows of these ids tell, in the transaction that deletes them. */
  void keep(List<?> ids) {
    rows.add(em.unwrap(Session.class).doReturningWork(c -> events(c, ids)));
  }

  private static List<StoredEvent> events(Connection connection, List<?> ids) throws SQLException {
    var sql = SELECT + "id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < ids.size(); i++) {
        statement.setObject(i + 1, ids.get(i));
      }
      return events(statement);
    }
  }

  private static List<StoredEvent> events(PreparedStatement statement) throws SQLException {
    var events = new ArrayList<StoredEvent>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        events.add(event(rows));
      }
    }
    return events;
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    var detail = new LinkedHashMap<String, String>();
    put(detail, "grant", row.getString("id"));
    put(detail, "scopes", row.getString("scopes"));
    put(detail, "redeemed_at", time(row, "redeemed_at"));
    put(detail, "refreshed_at", time(row, "rotated_at"));
    put(detail, "generation", row.getString("generation"));
    put(detail, "ended_at", time(row, "ended_at"));
    put(detail, "reason", row.getString("end_reason"));
    var parties =
        new AuditParties(
            Optional.of(new Subject(row.getString("subject"))),
            Optional.of(new ClientId(row.getString("client_id"))),
            Optional.empty(),
            Optional.empty());
    var entry = new AuditEntry("grant_issued", true, Optional.empty(), parties, detail);
    var at = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return new StoredEvent(row.getObject("id", UUID.class), at, entry);
  }

  private static @Nullable String time(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant().toString();
  }

  private static void put(Map<String, String> detail, String name, @Nullable String value) {
    if (value != null) {
      detail.put(name, value);
    }
  }
}
