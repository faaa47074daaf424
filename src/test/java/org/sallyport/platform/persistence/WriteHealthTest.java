package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.connection.WriteFaults;

/** A database that answers, but takes no rows. */
class WriteHealthTest {
  @Test
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  void a_database_that_has_no_room_for_rows_is_told() {
    var settings = Stores.newPostgreSql("no_room");
    try (var store = new Store("PostgreSQL", settings)) {
      var health = new WriteHealth();
      var url = Map.of("database.url", settings.url());
      health.database = store.asDatabase(TestSettings.with(url));
      assertThat(health.problem()).isEmpty();

      store.sql(
          "create function refuse() returns trigger language plpgsql as 'begin"
              + " raise exception ''no space left on device'' using errcode = ''53100''; end'");
      store.sql(
          "create trigger refuse before update on lease for each row execute function refuse()");

      assertThat(catchThrowable(() -> store.sql("update lease set holder = 'x'"))).isNotNull();
      assertThat(health.problem()).contains("the database takes no writes");
      assertThat(health.database.answers()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"53100", "25006", "58030"})
  void a_request_that_could_not_write_is_remembered(String state) {
    var faults = new WriteFaults();
    assertThat(faults.areRecent()).isFalse();
    faults.see(new SQLException("no room", state));
    assertThat(faults.areRecent()).isTrue();
  }

  @Test
  void a_lost_race_is_no_refusal_to_write() {
    var faults = new WriteFaults();
    faults.see(new SQLException("duplicate", "23505"));
    assertThat(faults.areRecent()).isFalse();
  }
}
