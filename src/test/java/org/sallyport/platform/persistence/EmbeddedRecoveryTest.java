package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.connection.StoreFault;

/** An embedded database that is gone while the process lives, and is opened again. */
class EmbeddedRecoveryTest {
  private Path folder;
  private Store store;
  private Database database;

  @BeforeEach
  void open(@TempDir Path folder) {
    this.folder = folder;
    var settings = TestSettings.with(Map.of("data-directory", folder.toString()));
    store = new Store("H2", settings.database());
    database = store.asDatabase(settings);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_database_that_takes_writes_is_well() {
    assertThat(database.answers()).isTrue();
    assertThat(database.writeProblem()).isEmpty();
  }

  @Test
  void one_that_has_closed_itself_is_opened_again_and_has_lost_nothing() {
    insert("first");
    shutDown();
    var faults = 0;
    while (catchThrowable(() -> insert("second")) != null && faults < 25) {
      faults++;
    }
    assertThat(store.count("revoked_token", "true")).isEqualTo(2);
  }

  @Test
  void every_fault_meanwhile_passes() {
    shutDown();
    for (var request = 0; request < 25; request++) {
      var fault = catchThrowable(() -> store.count("revoked_token", "true"));
      assertThat(fault == null || StoreFault.passing(fault)).as("%s", fault).isTrue();
    }
    assertThat(store.count("revoked_token", "true")).isZero();
  }

  @Test
  void a_file_that_is_gone_is_told_and_not_replaced_by_an_empty_one() throws IOException {
    // First, or the pool could be just about to open it again.
    Files.delete(folder.resolve("sallyport.mv.db"));
    shutDown();
    assertThat(database.writeProblem()).contains("the file of the database is gone");
    var fault = catchThrowable(() -> insert("first"));
    assertThat(StoreFault.passing(fault)).as("%s", fault).isTrue();
    assertThat(folder.resolve("sallyport.mv.db")).doesNotExist();
  }

  @Test
  void no_trace_is_written() throws IOException {
    shutDown();
    var fault = catchThrowable(() -> insert("first"));
    assertThat(fault == null || StoreFault.passing(fault)).isTrue();
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".trace.db"));
    }
  }

  // As the database does it itself when its file cannot be written.
  private void shutDown() {
    assertThat(catchThrowable(() -> store.sql("shutdown immediately"))).isNotNull();
  }

  private void insert(String name) {
    store.run(
        () ->
            store
                .em()
                .createNativeQuery("insert into revoked_token (jti, expires_at) values (:jti, :at)")
                .setParameter("jti", name)
                .setParameter("at", Instant.EPOCH)
                .executeUpdate());
  }
}
