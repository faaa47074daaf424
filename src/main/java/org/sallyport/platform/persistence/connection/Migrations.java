package org.sallyport.platform.persistence.connection;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The steps from an empty database to the tables of this version. */
final class Migrations implements ResourceProvider {
  private static final String FOLDER = "db/migration/";

  /** In order; listed because a class-path scan finds nothing on Open Liberty. */
  static final List<String> FILES =
      List.of(
          "V1__first_tables.sql",
          "V2__client_assertions.sql",
          "V3__pushed_requests.sql",
          "V4__bound_grants.sql",
          "V5__certificates.sql",
          "V6__authorization_details.sql",
          "V7__claims.sql",
          "V8__ends.sql",
          "V9__node_clocks.sql",
          "V10__declined_in_session.sql",
          "V11__large_files.sql",
          "V12__credentials.sql",
          "V13__passwords.sql",
          "V14__audit.sql",
          "V15__mail_outbox.sql",
          "V16__password_change.sql",
          "V17__known_settings.sql",
          "V18__people.sql",
          "V19__account_pages.sql",
          "V20__groups.sql",
          "V21__addresses.sql",
          "V22__registrations.sql",
          "V23__client_logos.sql",
          "V24__person_version.sql");

  // H2 has no partitions: there a table is one table.
  private static final Map<String, String> IN_ONE =
      Map.of("by_month", "", "rest_of_audit_event", "");
  private static final Map<String, String> PARTITIONED =
      Map.of(
          "by_month",
          "partition by range (happened_at)",
          "rest_of_audit_event",
          "create table audit_event_rest partition of audit_event default;");

  private Migrations() {}

  /** Takes the steps that are still missing; nodes that start together wait for one another. */
  static void run(DataSource source) {
    run(source, MigrationVersion.LATEST);
  }

  /** Takes those of the missing steps that lead to this version of the tables. */
  static void run(DataSource source, MigrationVersion version) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + FOLDER)
        .resourceProvider(new Migrations())
        .placeholders(placeholders(source))
        .target(version)
        .load()
        .migrate();
  }

  private static Map<String, String> placeholders(DataSource source) {
    try (var connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? PARTITIONED
          : IN_ONE;
    } catch (SQLException e) {
      throw new FlywayException("the database does not say what it is", e);
    }
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return FILES.stream().map(File::new).filter(f -> f.path.equals(name)).findFirst().orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return FILES.stream()
        .filter(f -> f.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(f::endsWith))
        .<LoadableResource>map(File::new)
        .toList();
  }

  /** One step, read from beside this class. */
  private static final class File extends LoadableResource {
    private final String path;

    File(String name) {
      path = FOLDER + name;
    }

    @Override
    public Reader read() {
      var stream = Migrations.class.getClassLoader().getResourceAsStream(path);
      var bytes = Objects.requireNonNull(stream, path);
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return path.substring(FOLDER.length());
    }

    @Override
    public String getRelativePath() {
      return getFilename();
    }
  }
}
