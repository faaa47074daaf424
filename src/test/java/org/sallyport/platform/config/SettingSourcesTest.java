package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.platform.config.SettingName.DATABASE_PASSWORD;
import static org.sallyport.platform.config.SettingName.DATABASE_USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {
  private static final Map<String, String> NONE = Map.of();
  private static final List<Setting> KNOWN = List.of(SettingName.values());

  @Test
  void a_system_property_wins_over_the_environment_and_that_over_the_file() {
    var property = Map.of("sallyport.database.user", "p");
    var variable = Map.of("SALLYPORT_DATABASE_USER", "e");
    var file = Map.of("database.user", "f");
    assertThat(new SettingSources(property, variable, file).text(DATABASE_USER)).isEqualTo("p");
    assertThat(new SettingSources(NONE, variable, file).text(DATABASE_USER)).isEqualTo("e");
    assertThat(new SettingSources(NONE, NONE, file).text(DATABASE_USER)).isEqualTo("f");
    assertThat(new SettingSources(NONE, NONE, NONE).text(DATABASE_USER)).isEqualTo("sallyport");
  }

  @Test
  void a_blank_value_counts_as_not_written() {
    var blank = Map.of("SALLYPORT_DATABASE_USER", " ");
    assertThat(new SettingSources(NONE, blank, NONE).find(DATABASE_USER)).isEmpty();
  }

  @Test
  void a_secret_may_stand_in_a_file_of_its_own(@TempDir Path dir) throws IOException {
    var file = Files.writeString(dir.resolve("password"), "s3cret\n");
    var variable = Map.of("SALLYPORT_DATABASE_PASSWORD_FILE", file.toString());
    assertThat(new SettingSources(NONE, variable, NONE).text(DATABASE_PASSWORD))
        .isEqualTo("s3cret");
  }

  @Test
  void a_byte_order_mark_in_the_file_of_a_secret_is_no_part_of_it(@TempDir Path dir)
      throws IOException {
    var file = Files.writeString(dir.resolve("password"), "\uFEFFs3cret\r\n");
    var variable = Map.of("SALLYPORT_DATABASE_PASSWORD_FILE", file.toString());
    assertThat(new SettingSources(NONE, variable, NONE).text(DATABASE_PASSWORD))
        .isEqualTo("s3cret");
  }

  @Test
  void a_secret_that_stands_twice_is_refused() {
    var both = Map.of("database.password", "a", "database.password-file", "b");
    assertThatThrownBy(() -> new SettingSources(NONE, NONE, both).find(DATABASE_PASSWORD))
        .hasMessage(
            "setting database.password: database.password and database.password-file are both set;"
                + " keep one of them");
  }

  @Test
  void a_secret_whose_file_cannot_be_read_is_refused() {
    var lost = Map.of("database.password-file", "no/such/file");
    assertThatThrownBy(() -> new SettingSources(NONE, NONE, lost).find(DATABASE_PASSWORD))
        .hasMessageStartingWith("setting database.password: cannot read no/such/file");
  }

  @Test
  void what_is_no_secret_is_not_read_from_a_file() {
    var variable = Map.of("SALLYPORT_DATABASE_USER_FILE", "x");
    var sources = new SettingSources(NONE, variable, NONE);
    assertThat(sources.find(DATABASE_USER)).isEmpty();
    assertThat(sources.unknown(KNOWN)).containsExactly("SALLYPORT_DATABASE_USER_FILE");
  }

  @Test
  void names_that_only_look_like_ours_are_told() {
    var properties = Map.of("sallyport.isuer", "x", "sallyport.issuer", "y", "java.home", "z");
    var variables = Map.of("SALLYPORT_KEYS_MASTER_KEY_FILE", "x", "SALLYPORT_PORT", "y");
    assertThat(new SettingSources(properties, variables, NONE).unknown(KNOWN))
        .containsExactly("SALLYPORT_PORT", "sallyport.isuer");
  }
}
