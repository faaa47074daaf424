package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.FaultyLine;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.connection.OpenDatabase;
import org.sallyport.platform.persistence.connection.StoreFault;

/** A database that goes away never holds a request long, and is used again when it is back. */
class FaultyDatabaseTest {
  private FaultyLine line;
  private Store store;

  @BeforeEach
  void open() {
    line = new FaultyLine(Stores.postgreSqlPort());
    store = new Store("PostgreSQL behind a line", throughLine());
  }

  @AfterEach
  void close() {
    store.close();
    line.close();
  }

  @Test
  void while_the_line_is_cut_a_request_fails_within_3_seconds_and_may_be_repeated() {
    line.cut();

    for (int request = 0; request < 3; request++) {
      assertFailsWithin(Duration.ofSeconds(3));
    }
  }

  @Test
  void while_the_line_is_stalled_a_request_fails_within_6_seconds_and_may_be_repeated() {
    line.stall();

    assertThat(Race.of(8, this::fault)).allMatch(StoreFault::passing);
    assertFailsWithin(Duration.ofSeconds(6));
  }

  @Test
  void a_statement_that_is_stalled_fails_within_6_seconds() {
    var started = new long[1];

    var fault =
        catchThrowable(
            () ->
                store.run(
                    () -> {
                      ask();
                      line.stall();
                      started[0] = System.nanoTime();
                      ask();
                    }));

    assertThat(StoreFault.passing(fault)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - started[0])).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void when_the_line_is_back_requests_succeed_within_5_seconds() throws InterruptedException {
    line.cut();
    assertFailsWithin(Duration.ofSeconds(3));
    Thread.sleep(5_000);
    line.mend();
    var back = System.nanoTime();

    while (fault() != null && System.nanoTime() - back < 10_000_000_000L) {
      Thread.sleep(100);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void a_start_without_a_database_is_refused_in_one_line() {
    line.close();

    assertThatThrownBy(() -> OpenDatabase.open(throughLine(), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("database.url")
        .message()
        .doesNotContain("\n");
  }

  private void assertFailsWithin(Duration most) {
    var started = System.nanoTime();
    assertThat(StoreFault.passing(fault())).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(most);
  }

  private Throwable fault() {
    return catchThrowable(() -> store.run(this::ask));
  }

  private void ask() {
    store.em().createNativeQuery("select 1").getSingleResult();
  }

  private Settings.DatabaseSettings throughLine() {
    var url = "jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres";
    return Stores.settings(url, "postgres");
  }
}
