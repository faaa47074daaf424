package org.sallyport.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import org.sallyport.platform.config.Settings;

/** Connections kept open for requests; nobody waits long for one. */
final class Pool {
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final Duration PROBE = Duration.ofSeconds(1);
  private static final String PRIMARY_BECAME_STANDBY = "25006";

  private Pool() {}

  /** Opens the pool; refuses if the database does not answer. */
  static HikariDataSource open(Settings.Database settings) {
    var config = new HikariConfig();
    config.setPoolName("sallyport");
    config.setDataSource(Product.of(settings).serving(settings));
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(WAIT.toMillis());
    config.setValidationTimeout(PROBE.toMillis());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setExceptionOverride(new DropStandby());
    return new HikariDataSource(config);
  }

  /** After a fail-over, a connection to the server that was the primary is of no use. */
  private static final class DropStandby implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException e) {
      return PRIMARY_BECAME_STANDBY.equals(e.getSQLState())
          ? Override.MUST_EVICT
          : Override.CONTINUE_EVICT;
    }
  }
}
