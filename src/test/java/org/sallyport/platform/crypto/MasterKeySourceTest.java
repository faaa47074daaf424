package org.sallyport.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class MasterKeySourceTest {
  private static final String H2 = "jdbc:h2:file:./data/sallyport";
  private static final String POSTGRESQL = "jdbc:postgresql://db/sallyport";
  private static final String NONE_GIVEN = "";
  private static final byte[] KEY = {1, 2, 3};

  private final Path folder;

  MasterKeySourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void beside_the_embedded_database_a_key_is_made_for_its_owner_alone() throws IOException {
    source(H2, NONE_GIVEN).masterKey();
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(file()).isRegularFile();
  }

  @Test
  void the_key_made_is_found_again() {
    var made = source(H2, NONE_GIVEN).masterKey();
    var found = source(H2, NONE_GIVEN).masterKey();
    assertThat(found.open(made.seal(KEY, "key"), "key")).contains(KEY);
  }

  @Test
  void nothing_is_made_beside_another_database() {
    refused(source(POSTGRESQL, NONE_GIVEN), "is needed with this database");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_given_key_wins_and_no_file_is_made() {
    source(H2, MasterKey.random()).masterKey();
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_given_key_that_is_none_is_refused_without_being_shown() {
    var source = source(H2, "correct horse");
    refused(source, "setting keys.master-key: is not base64 of 32 bytes; give 32 random bytes");
  }

  @Test
  void a_file_that_holds_no_key_is_refused_by_its_name() throws IOException {
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(file(), "");
    refused(source(POSTGRESQL, NONE_GIVEN), file() + ": is not base64 of 32 bytes");
  }

  @Test
  void a_file_that_cannot_be_made_is_refused_by_its_name() throws IOException {
    Files.writeString(folder.resolve("keys"), "in the way");
    refused(source(H2, NONE_GIVEN), "cannot be read or made");
  }

  private static void refused(MasterKeySource source, String complaint) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(source::masterKey)
        .withMessageContaining(complaint)
        .withMessageNotContaining("horse");
  }

  private Path file() {
    return folder.resolve("keys/master.key");
  }

  private MasterKeySource source(String url, String given) {
    var source = new MasterKeySource();
    source.settings =
        TestSettings.with(
            Map.of(
                "data-directory", folder.resolve("keys").toString(),
                "database.url", url,
                "keys.master-key", given));
    return source;
  }
}
