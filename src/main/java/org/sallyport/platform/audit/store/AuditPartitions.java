package org.sallyport.platform.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.HealthCheck;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * On PostgreSQL, makes the partitions of the coming months, and drops those that retention has
 * emptied. Where the role may not make tables, the rows go to the partition of the rest, and health
 * and log say what its owner can do.
 */
@ApplicationScoped
public class AuditPartitions implements StartStep, HealthCheck {
  private static final Logger LOG = Logger.getLogger(AuditPartitions.class.getName());
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int AHEAD = 2;
  private static final String NOT_ALLOWED = "42501";
  // Rows that came while there was none stay where they are; or another node has just made it.
  private static final Set<String> EXPECTED = Set.of(NOT_ALLOWED, "23514", "42P07", "23505");
  private static final String PARTITIONS =
      "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
          + " where i.inhparent = cast('audit_event' as regclass)";

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Settings settings;
  @Inject Background background;
  @Inject AuditSettings kept;
  @Inject Clock clock;

  private volatile Optional<String> warning = Optional.empty();

  /** Before the first row of a month can be written. */
  @Override
  public Stage stage() {
    return Stage.TIME;
  }

  @Override
  public void start() {
    if (!settings.database().embedded()) {
      tend();
      background.refreshing("the months of the audit", PAUSE, this::tend);
    }
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    return warning;
  }

  /** Makes what is missing, and drops what is empty and over. */
  void tend() {
    var now = clock.instant();
    var there = months();
    var refused = missing(now, there).filter(month -> !make(month)).toList();
    var before = warning;
    warning = refused.isEmpty() ? Optional.empty() : Optional.of(advice(refused));
    warning.filter(w -> before.isEmpty()).ifPresent(LOG::warning);
    there.stream()
        .filter(month -> month.end().isBefore(now.minus(kept.retention())))
        .forEach(this::dropIfEmpty);
  }

  private static Stream<AuditMonth> missing(Instant now, List<AuditMonth> there) {
    return IntStream.rangeClosed(0, AHEAD)
        .mapToObj(AuditMonth.of(now)::plus)
        .filter(month -> !there.contains(month));
  }

  private static String advice(List<AuditMonth> months) {
    return "the database role may not make partitions of audit_event; its owner can: "
        + String.join("; ", months.stream().map(AuditMonth::creation).toList());
  }

  private List<AuditMonth> months() {
    return transactions.inNew(
        () ->
            em.unwrap(Session.class)
                .createNativeQuery(PARTITIONS, String.class)
                .getResultStream()
                .flatMap(table -> AuditMonth.of(table).stream())
                .toList());
  }

  /** Makes the partition of a month; false if this role may not. */
  private boolean make(AuditMonth month) {
    return transactions.inNew(() -> em.unwrap(Session.class).doReturningWork(c -> make(month, c)));
  }

  private static boolean make(AuditMonth month, Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(month.creation());
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if (!EXPECTED.contains(e.getSQLState())) {
        throw e;
      }
      return !e.getSQLState().equals(NOT_ALLOWED);
    }
  }

  private void dropIfEmpty(AuditMonth month) {
    try {
      transactions.inNew(() -> dropIfEmpty(month.table()));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> month.table() + " is not dropped now");
    }
  }

  private boolean dropIfEmpty(String table) {
    em.createNativeQuery("lock table " + table + " in access exclusive mode").executeUpdate();
    var rows = em.createNativeQuery("select 1 from " + table + " limit 1").getResultList();
    if (rows.isEmpty()) {
      em.createNativeQuery("drop table " + table).executeUpdate();
    }
    return rows.isEmpty();
  }
}
