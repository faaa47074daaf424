package org.sallyport.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.persistence.connection.DatabaseProduct;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * How many rows there are, and how long expired ones have waited to be swept. The database
 * estimates the former, since counting millions takes it long; asked for once a minute, and only
 * where metrics are.
 */
@ApplicationScoped
public class RowMeasures implements StartStep, Measured {
  private static final Logger LOG = Logger.getLogger(RowMeasures.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Family ROWS =
      Family.gauge("rows", "Rows by table, as the database estimates");
  private static final Family OVERDUE =
      Family.gauge("expired_row_seconds", "How long the oldest expired row of a table has waited");

  @Inject EntityManager em;
  @Inject Transactions transactions;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Background background;

  private volatile List<Measure> last = List.of();

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    if (settings.operation().metricsToken().isPresent()) {
      background.every(PAUSE, Duration.ofSeconds(1), this::refresh);
    }
  }

  @Override
  public Stream<Measure> measures() {
    return last.stream();
  }

  private void refresh() {
    try {
      last = transactions.inNew(this::read);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The rows could not be counted", e);
    }
  }

  List<Measure> read() {
    var measures = new ArrayList<Measure>();
    var product = settings.database().embedded() ? DatabaseProduct.H2 : DatabaseProduct.POSTGRESQL;
    for (var row : rows(product.rowEstimates())) {
      measures.add(ROWS.of("table", String.valueOf(row[0]), ((Number) row[1]).doubleValue()));
    }
    for (var table : tablesThatExpire()) {
      measures.add(OVERDUE.of("table", table, overdueSeconds(table)));
    }
    return measures;
  }

  private double overdueSeconds(String table) {
    var oldest =
        em.createNativeQuery("select extract(epoch from min(expires_at)) from " + table)
            .getSingleResult();
    return oldest instanceof Number seconds
        ? Math.max(0, clock.millis() / 1e3 - seconds.doubleValue())
        : 0;
  }

  private List<String> tablesThatExpire() {
    return em.unwrap(Session.class)
        .createNativeQuery(
            "select lower(table_name) from information_schema.columns"
                + " where table_schema = current_schema and lower(column_name) = 'expires_at'",
            String.class)
        .getResultList();
  }

  private List<Object[]> rows(String query) {
    return em.unwrap(Session.class).createNativeQuery(query, Object[].class).getResultList();
  }
}
