package org.sallyport.platform.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.sallyport.platform.config.Settings;

/** The databases of the tests: an H2 file, and a real PostgreSQL started for them. */
public final class Stores implements ArgumentsProvider {
  public static final Duration CONNECT = Duration.ofSeconds(3);
  public static final Duration SOCKET = Duration.ofSeconds(3);

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.of(Arguments.of(h2()), Arguments.of(postgresql()));
  }

  /** The store on H2, empty. */
  public static Store h2() {
    return H2.STORE.empty();
  }

  /** The store on PostgreSQL, empty. */
  public static Store postgresql() {
    return PostgreSql.STORE.empty();
  }

  /** A store of the test's own in the H2 file of this folder, as it was left. */
  public static Store h2In(Path folder) {
    return new Store("H2", settings("jdbc:h2:file:" + folder.resolve("sallyport"), "sa"));
  }

  /** A store of the test's own with these settings, as it was left. */
  public static Store open(Settings.DatabaseSettings settings) {
    return new Store(settings.url(), settings);
  }

  public static Settings.DatabaseSettings settings(String url, String user) {
    return new Settings.DatabaseSettings(url, user, "", 20, CONNECT, SOCKET);
  }

  /** Settings of a new, empty H2 file. */
  public static Settings.DatabaseSettings newH2() {
    try {
      var folder = Files.createTempDirectory("sallyport-h2");
      folder.toFile().deleteOnExit();
      // On a busy machine twenty tries at once may take longer than requests may.
      var patient = ";LOCK_TIMEOUT=60000";
      return settings("jdbc:h2:file:" + folder.resolve("sallyport") + patient, "sa");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of a new, empty database in the PostgreSQL of this run. */
  public static Settings.DatabaseSettings newPostgreSql(String name) {
    try (var connection = PostgreSql.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings(PostgreSql.SERVER.getJdbcUrl("postgres", name), "postgres");
  }

  static int postgreSqlPort() {
    return PostgreSql.SERVER.getPort();
  }

  private static final class H2 {
    static final Store STORE = new Store("H2", newH2());
  }

  private static final class PostgreSql {
    static final EmbeddedPostgres SERVER = started();
    static final Store STORE = new Store("PostgreSQL", newPostgreSql("sallyport"));

    private static EmbeddedPostgres started() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
