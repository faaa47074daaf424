package org.sallyport.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.Stores;

class DatabaseProductTest {
  private static final Settings.DatabaseSettings POSTGRESQL =
      Stores.settings("jdbc:postgresql://db/sallyport", "sallyport");

  @Test
  void no_request_waits_for_ever_for_postgresql() {
    assertThat(DatabaseProduct.of(POSTGRESQL).serving(POSTGRESQL).properties())
        .containsEntry("connectTimeout", "3")
        .containsEntry("socketTimeout", "3")
        .containsEntry("tcpKeepAlive", "true")
        .containsEntry("targetServerType", "primary")
        .hasEntrySatisfying(
            "options",
            options ->
                assertThat(options.toString())
                    .contains("lock_timeout=2000")
                    .contains("statement_timeout=2500")
                    .contains("idle_in_transaction_session_timeout=5000"));
  }

  @Test
  void a_migration_may_take_its_time() {
    assertThat(DatabaseProduct.of(POSTGRESQL).migrating(POSTGRESQL).properties())
        .doesNotContainKeys("socketTimeout", "options");
  }

  @Test
  void what_the_url_says_stands() {
    var settings = Stores.settings("jdbc:postgresql://db/sallyport?sockettimeout=9", "sallyport");

    assertThat(DatabaseProduct.of(settings).serving(settings).properties())
        .doesNotContainKey("socketTimeout")
        .containsEntry("connectTimeout", "3");
  }

  @Test
  void h2_writes_a_commit_before_it_says_so() {
    var settings = Stores.settings("jdbc:h2:file:/data/sallyport", "sa");

    assertThat(DatabaseProduct.of(settings).serving(settings).properties())
        .containsEntry("WRITE_DELAY", "0")
        .containsEntry("LOCK_TIMEOUT", "2000");
  }

  @Test
  void no_password_is_ever_printed() {
    var settings =
        new Settings.DatabaseSettings(
            POSTGRESQL.url(), "sallyport", "geheim", 1, Stores.CONNECT, Stores.SOCKET);

    assertThat(DatabaseProduct.of(settings).serving(settings).toString()).doesNotContain("geheim");
  }
}
