package org.sallyport.platform.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;

/** A connection for a command, which has no pool, runs no migration, and may take its time. */
public final class DirectConnection {
  private static final String JNDI = "jndi:";
  private static final String SETTING = "setting database.url";

  private DirectConnection() {}

  /**
   * Connects to the database of these settings; refuses one that is not there or lets nobody in.
   */
  public static Connection open(Settings.DatabaseSettings settings) {
    if (settings.url().startsWith(JNDI)) {
      throw new ConfigurationException(
          SETTING, "a datasource of a server is known to that server alone", "write a JDBC URL");
    }
    var product = DatabaseProduct.of(settings);
    try {
      return settings.embedded()
          ? product.serving(settings).getConnection()
          : product.migrating(settings).getConnection();
    } catch (SQLException e) {
      throw EmbeddedFile.of(settings)
          .filter(file -> file.isLocked(e))
          .map(EmbeddedFile::locked)
          .orElseGet(() -> refusal(e));
    }
  }

  private static ConfigurationException refusal(SQLException e) {
    return new ConfigurationException(
        SETTING,
        "the database does not let us in (" + Objects.requireNonNullElse(e.getMessage(), e) + ")",
        "check database.url, database.user and database.password");
  }
}
