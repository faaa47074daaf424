package org.sallyport.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;

class LateBeginTest {
  private final Store store = Stores.postgresql();

  @Test
  void what_only_reads_has_nothing_to_commit() throws SQLException {
    try (var connection = store.database().pool().getConnection()) {
      read(connection);
      read(connection);
      assertThat(connection.getAutoCommit()).isTrue();
      connection.commit();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into revoked_token (jti, expires_at) values ('a', current_timestamp)",
        "update lease set holder = '' where name = 'keys'",
        "select name from lease where name = 'keys' for update",
        "select pg_advisory_xact_lock(1)",
      })
  void what_writes_or_locks_begins_a_transaction(String statement) throws SQLException {
    try (var connection = store.database().pool().getConnection()) {
      connection.prepareStatement(statement).execute();
      assertThat(connection.getAutoCommit()).isFalse();
      connection.rollback();
    }
  }

  @Test
  void what_was_written_after_a_read_can_be_undone() throws SQLException {
    try (var connection = store.database().pool().getConnection()) {
      read(connection);
      connection.prepareStatement("update lease set holder = 'me'").executeUpdate();
      connection.rollback();
    }
    assertThat(store.count("lease", "holder = 'me'")).isZero();
  }

  @Test
  void the_next_user_of_a_connection_begins_late_again() throws SQLException {
    try (var connection = store.database().pool().getConnection()) {
      connection.prepareStatement("update lease set holder = ''").executeUpdate();
      connection.commit();
    }
    try (var connection = store.database().pool().getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  private static void read(Connection connection) throws SQLException {
    connection.prepareStatement("select name from lease").executeQuery().close();
  }
}
