package org.sallyport.journey;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardOpenOption.APPEND;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL and a standby, which has each commit before anyone is told of it. */
record Replicated(File data, EmbeddedPostgres primary, EmbeddedPostgres standby) {
  private static final Set<String> OF_THE_PROCESS = Set.of("postmaster.pid", "epg-lock");

  /** Both of them, the standby in step. */
  static Replicated start() {
    try {
      var data = new File(Program.emptyDirectory("primary"), "data");
      var primary = postgres(data);
      var copy = new File(Program.emptyDirectory("standby"), "data");
      backUp(primary, data.toPath(), copy.toPath());
      Files.createFile(copy.toPath().resolve("standby.signal"));
      Files.writeString(
          copy.toPath().resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + primary.getPort() + "'\n",
          APPEND);
      var standby = postgres(copy);
      execute(primary, "alter system set synchronous_standby_names = '*'");
      execute(primary, "select pg_reload_conf()");
      return new Replicated(data, primary, standby);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The address of whichever of the two is the primary. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres"
        .formatted(primary.getPort(), standby.getPort());
  }

  /** Kills the primary, as a machine does that loses its power. */
  void killPrimary() throws IOException {
    var pid = Files.readAllLines(data.toPath().resolve("postmaster.pid")).get(0);
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  /** Makes the standby the primary. */
  void promote() throws SQLException {
    execute(standby, "select pg_promote()");
  }

  /** Ends what still runs. */
  void end() throws IOException {
    standby.close();
    primary.close();
  }

  private static EmbeddedPostgres postgres(File data) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private static void execute(EmbeddedPostgres database, String sql) throws SQLException {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void backUp(EmbeddedPostgres database, Path from, Path to)
      throws IOException, SQLException {
    try (var connection = database.getPostgresDatabase().getConnection()) {
      text(connection, "select pg_backup_start('standby', true)::text");
      copy(from, to);
      Files.writeString(
          to.resolve("backup_label"),
          text(connection, "select labelfile from pg_backup_stop(false)"));
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (var file : (Iterable<Path>) all::iterator) {
        if (!OF_THE_PROCESS.contains(file.getFileName().toString())) {
          copyIfThere(file, to.resolve(from.relativize(file)));
        }
      }
    }
  }

  // The database works on, and removes files of its own meanwhile.
  private static void copyIfThere(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to, COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      if (Files.exists(from)) {
        throw e;
      }
    }
  }
}
