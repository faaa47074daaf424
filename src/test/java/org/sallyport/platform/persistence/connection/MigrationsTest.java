package org.sallyport.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.platform.persistence.mapping.EntityClasses;

class MigrationsTest {
  private static final List<String> ROWS_OF_18 =
      List.of(
          "person (subject, username, display_username, password_set_by, claims, user_groups,"
              + " enabled, source, credentials_changed_at, created_at, changed_at) values (NAME,"
              + " NAME, NAME, 'file', '{}', 'staff', true, 'file', NOW, NOW, NOW)",
          "client (id, metadata, enabled, origin, created_at, changed_at) values (NAME, '{}', true,"
              + " 'file', NOW, NOW)",
          "browser_session (id_hash, sid, subject, authenticated_at, acr, amr, created_at,"
              + " last_seen_at, expires_at) values (NAME, NAME, NAME, NOW, 'a', 'pwd', NOW, NOW,"
              + " NOW)",
          "consent (subject, client_id, scopes, declined, given_at, changed_at) values (NAME, NAME,"
              + " 'openid', '', NOW, NOW)",
          "access_grant (id, client_id, subject, session_id, scopes, resources, auth_time, acr, amr,"
              + " offline, created_at, code_expires_at, generation, expires_at) values"
              + " (UUID, NAME, NAME, NAME, 'openid', '', NOW, 'a', 'pwd', false, NOW, NOW,"
              + " 0, NOW)");

  @Test
  void every_migration_in_the_folder_is_taken_in_order() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      var names =
          files
              .map(f -> f.getFileName().toString())
              .sorted(Comparator.comparingInt(MigrationsTest::version))
              .toList();
      assertThat(Migrations.FILES).isEqualTo(names);
    }
  }

  private static int version(String file) {
    return Integer.parseInt(file.substring(1, file.indexOf("__")));
  }

  @Test
  void nodes_that_start_at_once_on_an_empty_database_all_start() {
    for (int round = 0; round < 5; round++) {
      var settings = Stores.newPostgreSql("migrated" + round);
      var source = DatabaseProduct.POSTGRESQL.migrating(settings);

      var done =
          Race.of(
              4,
              () -> {
                Migrations.run(source);
                return true;
              });

      assertThat(done).hasSize(4);
    }
  }

  @Test
  void passwords_of_people_become_rows_on_postgresql() throws SQLException {
    assertPasswordsBecomeRows(
        DatabaseProduct.POSTGRESQL.migrating(Stores.newPostgreSql("credentials")));
  }

  @Test
  void passwords_of_people_become_rows_on_h2() throws SQLException {
    assertPasswordsBecomeRows(DatabaseProduct.H2.migrating(Stores.newH2()));
  }

  private static void assertPasswordsBecomeRows(DataSource source) throws SQLException {
    Migrations.run(source, MigrationVersion.fromVersion("11"));
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (var person : List.of("'alice', '$argon2id$1', 'owner'", "'bob', null, 'file'")) {
        statement.executeUpdate(
            "insert into person (subject, password_hash, password_set_by, username,"
                + " display_username, credentials_changed_at, claims, user_groups, enabled,"
                + " created_at, changed_at) select s, h, b, s, s, d, '{}', '', true, d, d from"
                + " (select %s, timestamp with time zone '2026-01-02 03:04:05+00') v(s, h, b, d)"
                    .formatted(person));
      }
    }
    Migrations.run(source);
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select id, kind, verifier, set_by, c.changed_at = p.credentials_changed_at"
                    + " from credential c join person p on p.subject = c.subject")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("password alice");
      assertThat(rows.getString(2)).isEqualTo("password");
      assertThat(rows.getString(3)).isEqualTo("$argon2id$1");
      assertThat(rows.getString(4)).isEqualTo("owner");
      assertThat(rows.getBoolean(5)).isTrue();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void rows_of_the_version_before_stay_and_it_goes_on_to_write_on_postgresql() throws SQLException {
    assertVersionsShareTables(DatabaseProduct.POSTGRESQL.migrating(Stores.newPostgreSql("shared")));
  }

  @Test
  void rows_of_the_version_before_stay_and_it_goes_on_to_write_on_h2() throws SQLException {
    assertVersionsShareTables(DatabaseProduct.H2.migrating(Stores.newH2()));
  }

  // The statements are those of version 18, which runs beside this one during an upgrade.
  private static void assertVersionsShareTables(DataSource source) throws SQLException {
    Migrations.run(source, MigrationVersion.fromVersion("18"));
    addBy18(source, "alice");
    Migrations.run(source);
    addBy18(source, "bob");
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select p.user_groups, p.language_chosen, p.group_count, c.launchable"
                    + " from person p join client c on c.id = p.subject"
                    + " join access_grant g on g.subject = p.subject"
                    + " join consent k on k.subject = p.subject"
                    + " join browser_session s on s.subject = p.subject order by p.subject")) {
      for (var person = 0; person < 2; person++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("staff");
        assertThat(rows.getBoolean(2)).isFalse();
        assertThat(rows.getInt(3)).isZero();
        assertThat(rows.getBoolean(4)).isFalse();
      }
      assertThat(rows.next()).isFalse();
    }
  }

  private static void addBy18(DataSource source, String name) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (var row : ROWS_OF_18) {
        statement.executeUpdate(
            "insert into "
                + row.replace("NAME", "'" + name + "'")
                    .replace("UUID", "'" + UUID.randomUUID() + "'")
                    .replace("NOW", "timestamp with time zone '2026-01-02 03:04:05+00'"));
      }
    }
  }

  @Test
  void a_migrated_database_is_left_as_it_is() {
    var settings = Stores.newH2();
    for (int start = 0; start < 2; start++) {
      try (var database = OpenDatabase.open(settings, EntityClasses.all())) {
        assertThat(database.factory().isOpen()).isTrue();
      }
    }
  }
}
