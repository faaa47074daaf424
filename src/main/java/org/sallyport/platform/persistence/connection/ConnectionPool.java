package org.sallyport.platform.persistence.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.sallyport.platform.config.Settings;

/** Connections kept open for requests; nobody waits long for one. */
final class ConnectionPool {
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final Duration PROBE = Duration.ofSeconds(1);
  private static final String PRIMARY_BECAME_STANDBY = "25006";

  private ConnectionPool() {}

  /** Opens the pool over this source; refuses if the database does not answer. */
  static HikariDataSource open(
      DataSource source, Settings.DatabaseSettings settings, WriteFaults faults) {
    var config = new HikariConfig();
    config.setPoolName("sallyport");
    config.setDataSource(source);
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(WAIT.toMillis());
    config.setValidationTimeout(PROBE.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setExceptionOverride(new DropUseless(faults));
    // To a database in this process there are no trips to save.
    config.setAutoCommit(!settings.embedded());
    if (settings.embedded()) {
      // Its driver calls a connection valid whose database has closed itself.
      config.setConnectionTestQuery("select 1");
    }
    return settings.embedded() ? new HikariDataSource(config) : new LateSource(config);
  }

  /** Gives out connections that begin late. */
  private static final class LateSource extends HikariDataSource {
    LateSource(HikariConfig config) {
      super(config);
    }

    @java.lang.Override
    public Connection getConnection() throws SQLException {
      return LateBegin.of(super.getConnection());
    }
  }

  /**
   * After a fail-over, a connection to the server that was the primary is of no use; nor is one to
   * an embedded database that has closed itself, which only a new connection opens again.
   */
  private record DropUseless(WriteFaults faults) implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException e) {
      faults.see(e);
      return PRIMARY_BECAME_STANDBY.equals(e.getSQLState()) || StoreFault.closesEmbedded(e)
          ? Override.MUST_EVICT
          : Override.CONTINUE_EVICT;
    }
  }
}
