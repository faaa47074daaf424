package org.sallyport.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import org.sallyport.FaultyLine;

/** A PostgreSQL of our own, started once in a test run, and the wire to it. */
public record Postgres(EmbeddedPostgres database, FaultyLine wire) {

  private static final class Holder {
    static final Postgres SHARED = start();
  }

  /** The one that the journeys' other nodes keep their rows in. */
  public static Postgres shared() {
    return Holder.SHARED;
  }

  /** Its address for the product, at the near end of the wire. */
  public String url() {
    return urlOf("postgres");
  }

  /** The address of another database there, made at the first call. */
  public String url(String name) {
    if (number("select count(*) from pg_database where datname = '" + name + "'") == 0) {
      update("create database " + name);
    }
    return urlOf(name);
  }

  private String urlOf(String name) {
    return "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + name;
  }

  /** Who the product is there, and the key that all nodes share. */
  public Map<String, String> environment() {
    return Map.of(
        "SALLYPORT_DATABASE_USER", "postgres",
        "SALLYPORT_DATABASE_PASSWORD", "postgres",
        "SALLYPORT_KEYS_MASTER_KEY", "bm90IGEgc2VjcmV0LCBqdXN0IDMyIGJ5dGVzIGxvbmc=");
  }

  /** Changes rows as an operator with a console would; returns how many. */
  public int update(String sql, String... values) {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The one number that a query gives. */
  public long number(String sql) {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Another one, empty. */
  static Postgres empty() {
    return start();
  }

  private static Postgres start() {
    try {
      var port = Integer.getInteger("container.database.port", 0);
      var database = EmbeddedPostgres.builder().setPort(port).start();
      return new Postgres(database, new FaultyLine(database.getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
