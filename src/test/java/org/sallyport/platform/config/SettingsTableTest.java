package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
  @Test
  void the_table_in_the_documentation_lists_the_settings_of_the_code() throws IOException {
    assertThat(table()).isEqualTo(Arrays.stream(SettingName.values()).map(this::row).toList());
  }

  private String row(SettingName name) {
    var variable = "`" + name.variable() + "`" + (name.secret() ? ", or `…_FILE`" : "");
    var standard = name.standard().isEmpty() ? "" : "`" + name.standard() + "`";
    return "| `%s` | %s | %s | %s |".formatted(name.key(), variable, standard, name.meaning());
  }

  private static List<String> table() throws IOException {
    try (var lines = Files.lines(Path.of("docs/settings.md"))) {
      return lines.filter(l -> l.startsWith("| `")).toList();
    }
  }
}
