package org.sallyport.platform.persistence.connection;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;

/**
 * The datasource that the operator defined in the server, where connections then come from. It has
 * to leave transactions to us: one that joins the server's would be committed by the server, too
 * late to tell who of two was first, and on some servers in part.
 */
final class ServerSource {
  private static final Logger LOG = Logger.getLogger(ServerSource.class.getName());
  private static final String PREFIX = "jndi:";
  private static final Pattern LOCAL = Pattern.compile("(java:)?[\\w/.-]+");
  private static final String SETTING = "setting database.url";

  private ServerSource() {}

  /**
   * The datasource that the settings name, as in {@code jndi:jdbc/sallyport}; refuses what is none,
   * is not PostgreSQL, or joins transactions.
   */
  static Optional<DataSource> of(Settings.DatabaseSettings settings) {
    return Optional.of(settings.url())
        .filter(url -> url.startsWith(PREFIX))
        .map(url -> fit(url.substring(PREFIX.length())));
  }

  private static DataSource fit(String name) {
    var source = lookup(name);
    try {
      refuseUnlessFit(name, source);
    } catch (SQLException e) {
      throw new ConfigurationException(
          SETTING,
          "the datasource " + name + " gives no connection (" + e.getMessage() + ")",
          "check how the server defines it");
    }
    return source;
  }

  private static DataSource lookup(String name) {
    try {
      return named(name, DataSource.class);
    } catch (NamingException | ClassCastException e) {
      throw new ConfigurationException(
          SETTING,
          "the server has no datasource of the name " + name,
          "define it there, for all applications, before this one is deployed");
    }
  }

  @SuppressWarnings("BanJNDI") // only names of this server, and only the operator gives one
  private static <T> T named(String name, Class<T> type) throws NamingException {
    if (!LOCAL.matcher(name).matches()) {
      throw new NamingException();
    }
    return type.cast(new InitialContext().lookup(name));
  }

  private static void refuseUnlessFit(String name, DataSource source) throws SQLException {
    try (var connection = source.getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals("PostgreSQL")) {
        throw new ConfigurationException(
            SETTING,
            "the datasource " + name + " leads to " + product,
            "only PostgreSQL can be reached through a server's datasource");
      }
      if (show(connection, "statement_timeout").equals("0")) {
        LOG.warning(
            "The datasource "
                + name
                + " lets a statement take for ever, and so a request: give it the time-outs that"
                + " the page of this server has.");
      }
    }
    if (joinsTransactions(source)) {
      throw new ConfigurationException(
          SETTING,
          "the datasource " + name + " takes part in the server's transactions",
          "define it as non-transactional: jta=false, nontransactionalconnections=true or"
              + " transactional=\"false\", as the server calls it");
    }
  }

  private static String show(Connection connection, String parameter) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("show " + parameter)) {
      return result.next() ? result.getString(1) : "";
    }
  }

  // In a transaction, a server gives the same connection twice, or does not let us commit.
  private static boolean joinsTransactions(DataSource source) throws SQLException {
    try {
      var transaction = named("java:comp/UserTransaction", UserTransaction.class);
      transaction.begin();
      try (var one = source.getConnection();
          var other = source.getConnection()) {
        return !commits(one) || backend(one) == backend(other);
      } finally {
        transaction.rollback();
      }
    } catch (NamingException | NotSupportedException | SystemException e) {
      throw new IllegalStateException("the server gives us no transaction", e);
    }
  }

  private static boolean commits(Connection connection) {
    try {
      connection.setAutoCommit(false);
      connection.commit();
      connection.setAutoCommit(true);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static int backend(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select pg_backend_pid()")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
