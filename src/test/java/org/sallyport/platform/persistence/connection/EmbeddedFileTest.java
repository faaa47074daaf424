package org.sallyport.platform.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.platform.persistence.mapping.EntityClasses;

/** Who may read the embedded database. */
class EmbeddedFileTest {
  @Test
  void a_new_database_is_readable_by_its_owner_only(@TempDir Path directory) throws IOException {
    assumePermissions();
    var database = settings(directory.resolve("new/sallyport"));
    OpenDatabase.open(database, EntityClasses.all()).close();
    assertThat(readers(directory.resolve("new/sallyport.mv.db"))).isEqualTo("rw-------");
  }

  @Test
  void a_database_that_others_could_read_is_closed_to_them_and_keeps_its_rows(
      @TempDir Path directory) throws IOException {
    assumePermissions();
    var database = settings(directory.resolve("sallyport"));
    OpenDatabase.open(database, EntityClasses.all()).close();
    var file = directory.resolve("sallyport.mv.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var size = Files.size(file);
    OpenDatabase.open(database, EntityClasses.all()).close();
    assertThat(readers(file)).isEqualTo("rw-------");
    assertThat(Files.size(file)).isGreaterThanOrEqualTo(size / 2);
  }

  @Test
  void a_place_where_no_file_can_be_is_told(@TempDir Path directory) throws IOException {
    var taken = Files.writeString(directory.resolve("taken"), "a file");
    assertThatThrownBy(() -> OpenDatabase.open(settings(taken.resolve("sallyport")), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting data-directory: ");
  }

  @Test
  void a_file_that_is_not_there_says_nothing_of_its_disk() {
    assertThat(new EmbeddedFile(Path.of("/a/b.mv.db")).isOnFullDisk()).isFalse();
  }

  @Test
  void only_a_file_is_guarded() {
    assertThat(EmbeddedFile.of(Stores.settings("jdbc:h2:mem:x", "sa"))).isEmpty();
    assertThat(EmbeddedFile.of(settings(Path.of("/a/b"))))
        .contains(new EmbeddedFile(Path.of("/a/b.mv.db")));
  }

  private static Settings.DatabaseSettings settings(Path file) {
    return new Settings.DatabaseSettings(
        "jdbc:h2:file:" + file + ";TRACE_LEVEL_FILE=0",
        "sallyport",
        "",
        2,
        Stores.CONNECT,
        Stores.SOCKET);
  }

  private static String readers(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void assumePermissions() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }
}
