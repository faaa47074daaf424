package org.sallyport.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.platform.persistence.mapping.EntityClasses;

class OpenDatabaseTest {

  @Test
  void a_closed_database_leaves_no_thread_behind() throws InterruptedException {
    var before = threads();

    OpenDatabase.open(Stores.newH2(), EntityClasses.all()).close();

    for (int wait = 0; wait < 50 && !before.containsAll(threads()); wait++) {
      Thread.sleep(100);
    }
    assertThat(before).containsAll(threads());
  }

  @Test
  void a_wrong_user_is_refused_in_one_line_without_the_password() {
    var settings = Stores.newH2();
    OpenDatabase.open(settings, EntityClasses.all()).close();

    assertRefused(
        new Settings.DatabaseSettings(
            settings.url(), "eve", "geheim", 1, Stores.CONNECT, Stores.SOCKET),
        "does not let us in");
  }

  @Test
  void a_file_that_another_process_has_open_is_called_locked() throws IOException {
    var settings = Stores.newH2();
    OpenDatabase.open(settings, EntityClasses.all()).close();
    var file = EmbeddedFile.of(settings).orElseThrow();

    // To H2, a lock of another channel is one of another process.
    try (var other = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> OpenDatabase.open(settings, EntityClasses.all()))
          .withMessageContainingAll(
              "setting data-directory", file.path() + " is locked by another process");
    }
    OpenDatabase.open(settings, EntityClasses.all()).close();
  }

  private static void assertRefused(Settings.DatabaseSettings settings, String why) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> OpenDatabase.open(settings, List.of()))
        .withMessageContainingAll("database.url", why)
        .matches(e -> !e.line().contains("\n") && !e.line().contains("geheim"));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }
}
