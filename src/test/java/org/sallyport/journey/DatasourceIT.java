package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The datasource of the server's own that its page has, on a PostgreSQL of ours. */
class DatasourceIT {
  private static final String NAME = System.getProperty("server", "payara-micro");
  private static final Map<String, String> KEY = new HashMap<>(Postgres.shared().environment());

  static {
    KEY.keySet().removeIf(setting -> !setting.contains("KEY"));
  }

  @Test
  void people_sign_in_and_nothing_waits_for_ever() throws IOException {
    var server = Server.onDatasource("datasource", file("serves", Map.of()), KEY);
    try {
      var house = Application.house(server);
      var tokens = Visitor.alice(server).tokens(house.asksFor("openid notes.read offline_access"));
      Expect.tokens(house.refreshes(tokens.text("refresh_token")));
      assertThat(
              Postgres.shared()
                  .number("select count(*) from pg_stat_activity where datname = 'serves'"))
          .isPositive();
      assertThat(server.log()).doesNotContain("lets a statement take for ever");
    } finally {
      server.stop();
    }
  }

  @Test
  void one_that_joins_the_servers_transactions_is_refused_with_the_reason() throws IOException {
    var joining =
        Map.of(
            "--jta=false", "--jta=true",
            "transactional=\"false\"", "transactional=\"true\"",
            "nontransactionalconnections=true", "nontransactionalconnections=false");
    var file = file("joins", joining);
    var data = Program.emptyDirectory("joins").getPath();
    var arguments =
        List.of(
            "--server",
            NAME,
            "--port",
            "" + FreePort.next(),
            "--data",
            data,
            "--no-demo",
            "--datasource",
            file.toString());
    var program = Program.run("joins", arguments, KEY);
    try {
      assertThat(program.exitCode(Duration.ofMinutes(5))).isNotZero();
      assertThat(program.output())
          .contains(
              "Sallyport cannot start: ",
              "takes part in the server's transactions",
              "non-transactional");
    } finally {
      program.stop();
    }
  }

  /** The page's file with our address in it, and with these words instead of others. */
  private static Path file(String database, Map<String, String> changes) throws IOException {
    var there = Postgres.shared();
    if (there.number("select count(*) from pg_roles where rolname = 'sallyport'") == 0) {
      there.update("create role sallyport login password 'secret'");
    }
    var url = there.url(database);
    there.update("alter database " + database + " owner to sallyport");
    try (var files = Files.newDirectoryStream(Path.of("server-config", NAME), "datasource.*")) {
      var page = files.iterator().next();
      var text = Files.readString(page).replace("jdbc:postgresql://db.example/sallyport", url);
      assertThat(text).contains(url);
      for (var change : changes.entrySet()) {
        text = text.replace(change.getKey(), change.getValue());
      }
      var mine = Program.emptyDirectory(database).toPath().resolve(page.getFileName());
      return Files.writeString(mine, text).toAbsolutePath();
    }
  }
}
