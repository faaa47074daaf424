package org.sallyport.platform.audit.store;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.audit.store.CaseStory.NotKept;
import org.sallyport.protocol.Subject;

/** What is read from and written to the table of events, over any connection. */
public record AuditQueries(Connection connection) {
  private static final int MINUTES = 10;
  private static final Duration AROUND = Duration.ofMinutes(MINUTES);
  private static final int MOST_OF_STORY = 1_000;
  private static final int MOST_OF_KINDS = 200;
  private static final String SELECT = "select " + AuditColumns.NAMES + " from audit_event where ";
  private static final String INSERT =
      "insert into audit_event (" + AuditColumns.NAMES + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  // Each by an index of its own: the person and the address some minutes around, and the client,
  // which many people may use, a moment around.
  private static final String STORY =
      "select * from ("
          + around("e.id = c.id", 1)
          + " union "
          + around("e.subject = c.subject", MINUTES)
          + " union "
          + around("e.address = c.address", MINUTES)
          + " union "
          + around("e.client_id = c.client_id", 1)
          + ") story order by happened_at, id limit ?";

  private static String around(String same, int minutes) {
    var columns = AuditColumns.NAMES.replaceAll("(^|, )", "$1e.");
    return "select %s from audit_event c join audit_event e on %s and e.happened_at between"
            .formatted(columns, same)
        + " c.happened_at - interval '%1$d' minute and c.happened_at + interval '%1$d' minute"
            .formatted(minutes)
        + " where c.case_number = ?";
  }

  /** Inserts these, in one trip to the database. */
  void insert(List<StoredEvent> events) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      for (var event : events) {
        AuditColumns.write(event, statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The events of a person since this time, the newest first. */
  public List<StoredEvent> of(Subject subject, Instant since, int most) throws SQLException {
    var sql = SELECT + "subject = ? and happened_at >= ? order by happened_at desc limit ?";
    return select(sql, subject.value(), since, most);
  }

  /** Those of these kinds alone. */
  List<StoredEvent> of(Subject subject, Instant since, List<String> kinds) throws SQLException {
    var places = String.join(", ", Collections.nCopies(kinds.size(), "?"));
    var sql =
        SELECT
            + "subject = ? and happened_at >= ? and event in (%s)".formatted(places)
            + " order by happened_at desc limit ?";
    var values = new ArrayList<Object>(List.of(subject.value(), since));
    values.addAll(kinds);
    values.add(MOST_OF_KINDS);
    return select(sql, values.toArray());
  }

  /** The events under a case number: one, unless a number was given twice. */
  public List<StoredEvent> ofCase(CaseNumber number) throws SQLException {
    return select(SELECT + "case_number = ? order by happened_at", number.value());
  }

  /**
   * The story of a case number: what was refused, and what was done and refused around that time to
   * the same person, by the same client, and from the same address.
   *
   * @param sources what else tells of the person
   */
  public CaseStory story(CaseNumber number, Iterable<AuditSource> sources) throws SQLException {
    var value = number.value();
    var events = select(STORY, value, value, value, value, MOST_OF_STORY);
    for (var refusal : events.stream().filter(e -> e.isOf(number)).toList()) {
      for (var source : sources) {
        events.addAll(around(refusal, source));
      }
    }
    events.sort(comparing(StoredEvent::at));
    return new CaseStory(number, events, events.isEmpty() ? notKept() : List.of());
  }

  private List<StoredEvent> around(StoredEvent refusal, AuditSource source) throws SQLException {
    var subject = refusal.entry().parties().subject();
    if (subject.isEmpty()) {
      return List.of();
    }
    var until = refusal.at().plus(AROUND);
    var told = source.of(connection, subject.get(), refusal.at().minus(AROUND), MOST_OF_STORY);
    return told.stream().filter(e -> !e.at().isAfter(until)).toList();
  }

  /** How many refusals were not kept, by minute and event, the newest first. */
  private List<NotKept> notKept() throws SQLException {
    var sql =
        "select minute_at, event, sum(dropped) from audit_dropped"
            + " group by minute_at, event order by minute_at desc, event limit 1000";
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      var counts = new ArrayList<NotKept>();
      while (rows.next()) {
        var minute = rows.getObject(1, OffsetDateTime.class).toInstant();
        counts.add(new NotKept(minute, rows.getString(2), rows.getLong(3)));
      }
      return counts;
    }
  }

  private List<StoredEvent> select(String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (var rows = statement.executeQuery()) {
        var events = new ArrayList<StoredEvent>();
        while (rows.next()) {
          events.add(AuditColumns.read(rows));
        }
        return events;
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1, values[i] instanceof Instant time ? AuditColumns.column(time) : values[i]);
    }
  }
}
