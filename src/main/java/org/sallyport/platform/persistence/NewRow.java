package org.sallyport.platform.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;
import org.sallyport.platform.persistence.connection.StoreFault;

/**
 * A row that another transaction may insert at the same moment.
 *
 * @param insert an {@code insert} statement of plain SQL, with a question mark for each value
 */
public record NewRow(String insert, List<Object> values) {
  public NewRow {
    values = List.copyOf(values);
  }

  /** Inserts the row unless its key is taken, waiting for whoever is just taking it. */
  public boolean insertUnlessPresent(EntityManager em) {
    return em.unwrap(Session.class).doReturningWork(this::insertUnlessPresent);
  }

  /** The same over a connection. */
  // PostgreSQL would abort the transaction at the violation; H2 aborts the statement alone.
  public boolean insertUnlessPresent(Connection connection) throws SQLException {
    var tolerant = connection.getMetaData().getDatabaseProductName().equals("H2");
    var sql = tolerant ? insert : insert + " on conflict do nothing";
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (tolerant && StoreFault.isOfTakenKey(e)) {
        return false;
      }
      throw e;
    }
  }

  static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, column(values.get(i)));
    }
  }

  private static Object column(Object value) {
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }
}
