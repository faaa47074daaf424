package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.Spec;

class ConfigurationFileTest {
  private static final List<Setting> KNOWN = List.of(SettingName.values());

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path dir;

  private ConfigurationFile file(String json) throws IOException {
    return ConfigurationFile.at(Files.writeString(dir.resolve("c.json"), json));
  }

  @Test
  void settings_are_read_as_texts_whatever_their_json_type() throws IOException {
    var file = file("{\"settings\":{\"database.pool-size\":5,\"issuer\":\"https://id.test\"}}");
    assertThat(file.settings(KNOWN)).containsEntry("database.pool-size", "5").hasSize(2);
  }

  @Test
  @Spec("RFC 8259 §8.1")
  void a_byte_order_mark_before_the_object_is_passed_over() throws IOException {
    var file = file("\uFEFF{\"settings\":{\"issuer\":\"https://id.test\"}}");
    assertThat(file.settings(KNOWN)).containsEntry("issuer", "https://id.test");
  }

  @Test
  void an_unknown_setting_is_refused_with_the_name_that_was_meant() throws IOException {
    var file = file("{\"settings\":{\"isuer\":\"x\"}}");
    assertThatThrownBy(() -> file.settings(KNOWN))
        .hasMessage("settings: unknown key isuer; did you mean issuer?");
  }

  @Test
  void a_file_does_not_name_another_file() throws IOException {
    var file = file("{\"settings\":{\"config\":\"x\"}}");
    assertThatThrownBy(() -> file.settings(KNOWN))
        .hasMessageStartingWith("settings: unknown key config");
  }

  @Test
  void placeholders_stand_for_the_issuer_and_its_origin() throws IOException {
    var file = file("{\"clients\":[{\"uri\":\"${origin}/demo\",\"at\":[\"${issuer}\",\"${x}\"]}]}");
    var client = file.sections(new Issuer("https://id.test/a")).get(0).elements().get(0);
    assertThat(client.requiredText("uri")).isEqualTo("https://id.test/demo");
    assertThat(client.texts("at")).containsExactly("https://id.test/a", "${x}");
    assertThat(client.place()).isEqualTo("clients[0]");
  }

  @Test
  void what_is_not_json_is_refused_with_line_and_column() {
    assertThatThrownBy(() -> file("{\n  \"a\": tru\n}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageMatching(".*c\\.json line 2 column \\d+: this is not JSON.*");
  }

  @Test
  void a_key_that_is_there_twice_is_refused() {
    assertThatThrownBy(() -> file("{\"clients\":[],\"clients\":[]}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void a_file_that_is_empty_or_no_object_or_not_there_is_refused() {
    assertThatThrownBy(() -> file("")).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> file("[]")).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> file("{} {}")).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> ConfigurationFile.at(dir.resolve("lost.json")))
        .hasMessageStartingWith("setting config: cannot read ");
  }

  @Test
  void a_file_that_is_not_utf_8_is_refused() throws IOException {
    var path = Files.write(dir.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe4, '"'});
    assertThatThrownBy(() -> ConfigurationFile.at(path)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void a_section_that_no_feature_reads_is_refused() throws IOException {
    var written = file("{\"client\":[]}").sections(new Issuer("https://id.test"));
    assertThatThrownBy(() -> ConfigurationStart.inFile(written, List.of(new Section("clients"))))
        .hasMessage("the file: unknown section client; did you mean clients?");
  }

  @Test
  void the_settings_are_no_section() throws IOException {
    var file = file("{\"settings\":{},\"clients\":[]}");
    assertThat(file.sections(new Issuer("https://id.test")))
        .extracting(ConfigValue::place)
        .containsExactly("clients");
  }

  private record Section(String name) implements ConfigurationSection {
    @Override
    public int order() {
      return 0;
    }

    @Override
    public void apply(ConfigValue section) {
      throw new AssertionError("nothing is applied here");
    }
  }
}
