package org.sallyport.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sallyport.Poll;

/** A PostgreSQL of our own whose clock a test sets. */
record ClockedPostgres(Program program, int port, Path offset) {

  /** One whose clock is right. */
  static ClockedPostgres start() {
    try {
      var home = Program.emptyDirectory("clocked-database");
      var data = new File(home, "data");
      EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .start()
          .close();
      var offset = Files.writeString(home.toPath().resolve("offset"), "+0").toAbsolutePath();
      var port = FreePort.next();
      var program = Program.of("clocked-database", command(data, port), FakeTime.asIn(offset));
      var database = new ClockedPostgres(program, port, offset);
      Poll.until(Duration.ofSeconds(30), database::answers);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // As it was started before; and as there, nobody is root in it.
  private static List<String> command(File data, int port) throws IOException {
    var before = Files.readString(data.toPath().resolve("postmaster.opts")).split(" ", 2)[0];
    var all = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      all.addAll(List.of("unshare", "-U"));
    }
    all.addAll(List.of(before.replace("\"", ""), "-D", data.getAbsolutePath(), "-p", "" + port));
    return all;
  }

  /** Sets its clock ahead by this, such as {@code +100d}, or right, by {@code +0}. */
  void set(String ahead) {
    try {
      var next = Files.writeString(offset.resolveSibling("next"), ahead);
      Files.move(next, offset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address for the product. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Who the product is there, and the key that all nodes share. */
  Map<String, String> environment() {
    return Map.of(
        "SALLYPORT_DATABASE_USER", "postgres",
        "SALLYPORT_DATABASE_PASSWORD", "postgres",
        "SALLYPORT_KEYS_MASTER_KEY", "bm90IGEgc2VjcmV0LCBqdXN0IDMyIGJ5dGVzIGxvbmc=");
  }

  /** The one number that a query gives. */
  long number(String sql) {
    try (var connection = DriverManager.getConnection(url(), "postgres", "postgres");
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(url(), "postgres", "postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  void stop() {
    program.stop();
  }
}
