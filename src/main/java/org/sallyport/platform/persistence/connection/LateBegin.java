package org.sallyport.platform.persistence.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose transaction begins with the first statement that writes or locks. Until then
 * each read stands by itself, as it does under READ COMMITTED anyway, and a request that only reads
 * has nothing to commit: that saves it one of two or three trips to the database.
 */
final class LateBegin implements InvocationHandler {
  private static final Set<String> ENDS = Set.of("commit", "rollback");
  private static final Set<String> STATEMENTS = Set.of("prepareStatement", "prepareCall");

  private final Connection connection;
  private boolean begun;

  private LateBegin(Connection connection) {
    this.connection = connection;
  }

  /** The connection, which is in auto-commit mode, begun late. */
  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            LateBegin.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new LateBegin(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var name = method.getName();
    if (ENDS.contains(name) && !begun) {
      return null;
    }
    if (name.equals("createStatement") || (STATEMENTS.contains(name) && writes(arguments))) {
      begin();
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static boolean writes(Object @Nullable [] arguments) {
    var sql = arguments == null ? "" : arguments[0].toString();
    // PostgreSQL's functions may take locks that end with the transaction.
    return !sql.startsWith("select ") || sql.contains(" for ") || sql.contains("pg_");
  }

  private void begin() throws SQLException {
    if (!begun) {
      connection.setAutoCommit(false);
      begun = true;
    }
  }
}
