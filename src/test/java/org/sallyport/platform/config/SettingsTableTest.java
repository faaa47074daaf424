package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sallyport.WrittenPages;
import org.sallyport.command.Implementations;

class SettingsTableTest {
  private static final Pattern VARIABLE = Pattern.compile("\\bSALLYPORT_[A-Z_]+\\b");
  private static final Pattern SETTINGS = Pattern.compile("(?s)\"settings\": \\{(.*?)}");
  private static final Pattern NAME = Pattern.compile("\"([a-z.-]+)\":");

  private static final List<Setting> KNOWN =
      SettingName.with(
          new Implementations(Path.of("target/classes")).of(SettingsGroup.class).stream());

  @Test
  void the_table_in_the_documentation_lists_the_settings_of_the_code() throws IOException {
    assertThat(table()).isEqualTo(KNOWN.stream().map(this::row).toList());
  }

  // SALLYPORT__SSO__ISSUER is that of the copy at /sso.
  @Test
  void every_variable_that_a_page_names_is_one_of_a_setting() {
    var known = KNOWN.stream().map(Setting::variable).toList();
    var named =
        pages().stream()
            .flatMap(page -> VARIABLE.matcher(page).results())
            .map(m -> m.group().replaceFirst("SALLYPORT__[A-Z]+__", "SALLYPORT_"))
            .map(name -> known.contains(name) ? name : name.replaceFirst("_FILE$", ""))
            .toList();
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(known).containsAll(named);
  }

  @Test
  void every_example_of_settings_has_names_of_settings_alone() {
    var known = KNOWN.stream().map(Setting::key).toList();
    var named =
        pages().stream()
            .flatMap(page -> SETTINGS.matcher(page).results())
            .flatMap(m -> NAME.matcher(m.group(1)).results())
            .map(m -> m.group(1))
            .map(name -> known.contains(name) ? name : name.replaceFirst("-file$", ""))
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(known).containsAll(named);
  }

  private static List<String> pages() {
    return WrittenPages.with("docs", "server-config").stream().map(WrittenPages::text).toList();
  }

  private String row(Setting name) {
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
