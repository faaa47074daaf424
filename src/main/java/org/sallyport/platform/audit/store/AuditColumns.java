package org.sallyport.platform.audit.store;

import jakarta.json.JsonString;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditParties;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/** The columns of an event, in their order, written and read. */
public final class AuditColumns {
  /** Their names, without those of the chain. */
  public static final String NAMES =
      "id, happened_at, event, deed, case_number, subject, client_id, actor, address, detail";

  private static final int LONGEST_DETAIL = 10_000;
  private static final int LONGEST_ADDRESS = 64;
  private static final int SHORT = 200;

  private AuditColumns() {}

  /** Sets the values of a row that is inserted. */
  static void write(StoredEvent event, PreparedStatement statement) throws SQLException {
    var entry = event.entry();
    var parties = entry.parties();
    statement.setObject(1, event.id());
    statement.setObject(2, column(event.at()));
    statement.setString(3, entry.event());
    statement.setBoolean(4, entry.deed());
    statement.setString(5, entry.number().map(CaseNumber::value).orElse(null));
    statement.setString(6, parties.subject().map(Subject::value).orElse(null));
    statement.setString(7, parties.client().map(ClientId::value).orElse(null));
    statement.setString(8, parties.actor().orElse(null));
    statement.setString(9, parties.address().map(a -> cut(a, LONGEST_ADDRESS)).orElse(null));
    statement.setString(10, json(entry.detail()));
  }

  /** The event of the row where this result stands. */
  public static StoredEvent read(ResultSet row) throws SQLException {
    var parties =
        new AuditParties(
            Optional.ofNullable(row.getString(6)).map(Subject::new),
            Optional.ofNullable(row.getString(7)).map(ClientId::new),
            Optional.ofNullable(row.getString(8)),
            Optional.ofNullable(row.getString(9)));
    var number = Optional.ofNullable(row.getString(5)).map(CaseNumber::new);
    var detail = detail(row.getString(10));
    var entry = new AuditEntry(row.getString(3), row.getBoolean(4), number, parties, detail);
    var at = row.getObject(2, OffsetDateTime.class).toInstant();
    return new StoredEvent(row.getObject(1, UUID.class), at, entry);
  }

  /** A time as the driver takes it and the column keeps it. */
  static OffsetDateTime column(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** The details as a JSON object of ASCII letters alone, which every database keeps as it is. */
  static String json(Map<String, String> detail) {
    var json = ascii(Json.createObjectBuilder(detail).build().toString());
    return json.length() <= LONGEST_DETAIL ? json : json(shortened(detail));
  }

  private static Map<String, String> shortened(Map<String, String> detail) {
    var all = new LinkedHashMap<String, String>();
    detail.forEach((name, value) -> all.put(name, cut(value, SHORT)));
    return all;
  }

  private static String cut(String value, int longest) {
    return value.length() <= longest ? value : value.substring(0, longest);
  }

  private static String ascii(String json) {
    var out = new StringBuilder(json.length());
    json.chars()
        .forEach(
            c -> {
              if (c < 0x20 || c > 0x7e) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private static Map<String, String> detail(@Nullable String json) {
    var all = new LinkedHashMap<String, String>();
    if (json != null) {
      Json.object(json)
          .forEach(
              (name, value) ->
                  all.put(name, value instanceof JsonString s ? s.getString() : value.toString()));
    }
    return all;
  }
}
