package org.sallyport.platform.persistence.connection;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.sallyport.platform.config.Settings;

/** The databases that can keep the store, each with the options that make it safe to lean on. */
public enum DatabaseProduct {
  H2(
      "jdbc:h2:",
      "org.h2.Driver",
      "select lower(table_name), row_count_estimate from information_schema.tables"
          + " where table_schema = current_schema"),
  POSTGRESQL(
      "jdbc:postgresql:",
      "org.postgresql.Driver",
      "select relname, n_live_tup from pg_stat_user_tables where schemaname = current_schema");

  private static final String LOCK_MILLIS = "2000";
  private static final String IDLE_MILLIS = "5000";

  private final String prefix;
  private final String driver;
  private final String rowEstimates;

  DatabaseProduct(String prefix, String driver, String rowEstimates) {
    this.prefix = prefix;
    this.driver = driver;
    this.rowEstimates = rowEstimates;
  }

  /** The query for each table's name and the rows that it is thought to have. */
  public String rowEstimates() {
    return rowEstimates;
  }

  /** The product of these settings. */
  static DatabaseProduct of(Settings.DatabaseSettings settings) {
    return Arrays.stream(values())
        .filter(p -> settings.url().startsWith(p.prefix))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no driver for this database URL"));
  }

  /** Connections for requests, which must never wait long. */
  DriverSource serving(Settings.DatabaseSettings settings) {
    return source(settings, this == H2 ? opened(settings) : hasty(settings));
  }

  /** Connections for migrations, which may take their time. */
  DriverSource migrating(Settings.DatabaseSettings settings) {
    return source(settings, this == H2 ? embedded() : patient(settings));
  }

  /** Lets the transaction of this connection be idle for as long as its work takes. */
  public static void allowIdling(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      try (var statement = connection.createStatement()) {
        statement.execute("set local idle_in_transaction_session_timeout = 0");
      }
    }
  }

  // A file that is gone is not replaced by an empty one when the database has to be opened again.
  private static Map<String, String> opened(Settings.DatabaseSettings settings) {
    var options = new HashMap<>(embedded());
    EmbeddedFile.of(settings).ifPresent(file -> options.put("IFEXISTS", "TRUE"));
    return options;
  }

  // Without WRITE_DELAY=0 a process that is killed loses the commits of its last second.
  private static Map<String, String> embedded() {
    return Map.of(
        "WRITE_DELAY", "0",
        "DB_CLOSE_ON_EXIT", "FALSE",
        "LOCK_TIMEOUT", LOCK_MILLIS,
        // It would fill the disk again with what it writes of a disk that is full.
        "TRACE_LEVEL_FILE", "0");
  }

  // The driver's own defaults wait for ever on a network that drops everything.
  private static Map<String, String> hasty(Settings.DatabaseSettings settings) {
    var statement = settings.socketTimeout().minusMillis(500);
    return Map.of(
        "connectTimeout", seconds(settings.connectTimeout()),
        "socketTimeout", seconds(settings.socketTimeout()),
        "tcpKeepAlive", "true",
        "targetServerType", "primary",
        "hostRecheckSeconds", "2",
        "ApplicationName", "sallyport",
        "options",
            option("lock_timeout", LOCK_MILLIS)
                + option("statement_timeout", String.valueOf(statement.toMillis()))
                + option("idle_in_transaction_session_timeout", IDLE_MILLIS));
  }

  private static Map<String, String> patient(Settings.DatabaseSettings settings) {
    return Map.of(
        "connectTimeout", seconds(settings.connectTimeout()),
        "loginTimeout", seconds(settings.connectTimeout()),
        "tcpKeepAlive", "true",
        "targetServerType", "primary",
        "ApplicationName", "sallyport");
  }

  private static String option(String name, String millis) {
    return " -c " + name + "=" + millis;
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toSeconds());
  }

  // What the operator wrote into the URL stands.
  private DriverSource source(Settings.DatabaseSettings settings, Map<String, String> options) {
    var properties = new Properties();
    var written = settings.url().toLowerCase(Locale.ROOT);
    options.forEach(
        (name, value) -> {
          if (!written.contains(name.toLowerCase(Locale.ROOT) + "=")) {
            properties.setProperty(name, value);
          }
        });
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    return new DriverSource(driver(), settings.url(), properties);
  }

  private Driver driver() {
    try {
      var type = Class.forName(driver).asSubclass(Driver.class);
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the driver is part of this application", e);
    }
  }
}
