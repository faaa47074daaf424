package org.sallyport.platform.audit.store;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** A month of the audit, and the partition that has its rows on PostgreSQL. */
record AuditMonth(YearMonth month) {
  private static final String PREFIX = "audit_event_";
  private static final Pattern TABLE = Pattern.compile(PREFIX + "([0-9]{4})_([0-9]{2})");
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy_MM");

  /** The month of this time. */
  static AuditMonth of(Instant time) {
    return new AuditMonth(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
  }

  /** The month of this partition; none if it is not one of a month. */
  static Optional<AuditMonth> of(String table) {
    return Optional.of(TABLE.matcher(table))
        .filter(m -> m.matches())
        .map(m -> YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
        .map(AuditMonth::new);
  }

  /** So many months later. */
  AuditMonth plus(int months) {
    return new AuditMonth(month.plusMonths(months));
  }

  /** The name of the partition. */
  String table() {
    return PREFIX + NAME.format(month);
  }

  /** When the next month begins. */
  Instant end() {
    return begin(month.plusMonths(1));
  }

  /** The statement that makes the partition. */
  String creation() {
    return "create table %s partition of audit_event for values from ('%s') to ('%s')"
        .formatted(table(), begin(month), end());
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
