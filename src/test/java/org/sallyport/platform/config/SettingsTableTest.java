package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
  @Test
  void the_table_of_the_readme_lists_the_settings_of_the_code() throws IOException {
    assertThat(table()).isEqualTo(Arrays.stream(SettingName.values()).map(this::row).toList());
  }

  private String row(SettingName name) {
    var variable = "`" + name.variable() + "`" + (name.secret() ? ", or `…_FILE`" : "");
    var standard = name.standard().isEmpty() ? "" : "`" + name.standard() + "`";
    return "| `%s` | %s | %s | %s |".formatted(name.key(), variable, standard, name.meaning());
  }

  private static List<String> table() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var section = Pattern.compile("(?ms)^## Settings$(.*?)(?=^## |\\z)").matcher(readme);
    assertThat(section.find()).isTrue();
    return section.group(1).lines().filter(l -> l.startsWith("| `")).toList();
  }
}
