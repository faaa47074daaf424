package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.sallyport.WrittenPages;

/**
 * One table of docs/configuration.md, and the code that reads the entries which it describes. The
 * words in its column of limits are what the limits are tried by.
 *
 * @param rows keys and limits
 * @param entry a sound entry, as JSON
 */
public record DocumentedKeys(List<Row> rows, String entry, Consumer<ConfigValue> reading) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LENGTH = Pattern.compile("(?:1|up) to (\\d+) [a-zA-Z ]*characters");
  private static final Set<String> ADDRESSES =
      Set.of("redirect_uris", "post_logout_redirect_uris", "request_uris", "resources", "resource");

  /** One row. */
  public record Row(List<String> keys, String limits) {
    boolean says(String words) {
      return limits.startsWith(words);
    }

    Optional<Integer> longest() {
      var length = LENGTH.matcher(limits);
      return length.find() ? Optional.of(Integer.valueOf(length.group(1))) : Optional.empty();
    }
  }

  /** The table below this heading. */
  public static DocumentedKeys of(String heading, String entry, Consumer<ConfigValue> reading) {
    var rows =
        section(heading)
            .lines()
            .filter(l -> l.startsWith("| `"))
            .map(l -> l.split("\\|"))
            .map(cells -> new Row(code(cells[1]), cells[3].strip()))
            .toList();
    return new DocumentedKeys(rows, entry, reading);
  }

  /** What the page says below this heading. */
  public static String section(String heading) {
    var page = WrittenPages.text(Path.of("docs/configuration.md"));
    var section = Pattern.compile("(?ms)^## " + heading + "$(.*?)(?=^## |\\z)").matcher(page);
    assertThat(section.find()).as(heading).isTrue();
    return section.group(1);
  }

  /** What stands in marks of code in this text. */
  public static List<String> code(String text) {
    return CODE.matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** The row of a key. */
  public Row row(String key) {
    return rows.stream().filter(r -> r.keys().contains(key)).findFirst().orElseThrow();
  }

  /** The code asks for the keys of the table, and for no others. */
  public void areTheKeysOfTheCode() {
    var documented = new TreeSet<String>();
    rows.forEach(r -> documented.addAll(r.keys()));
    assertThat(AskedKeys.of(entry, reading)).isEqualTo(documented);
  }

  /** What the column of limits says holds, key by key. */
  public void haveTheLimitsOfTheCode() {
    assertThat(rows.stream().mapToInt(this::triedLimits).sum()).isGreaterThan(rows.size() / 2);
  }

  private int triedLimits(Row row) {
    return row.keys().stream().mapToInt(key -> tried(key, row)).sum();
  }

  private int tried(String key, Row row) {
    var before = new int[] {0};
    if (row.says("`true` or `false`")) {
      refuses(key, "\"yes\"", before);
      takes(key, "true", before);
    }
    if (row.says("one of ") && !key.equals("token_endpoint_auth_method")) {
      refuses(key, "\"none such\"", before);
      code(row.limits()).forEach(choice -> takes(key, asJson(choice), before));
    }
    if (row.says("array")) {
      refuses(key, "\"none\"", before);
    }
    if (row.says("web address")) {
      refuses(key, "\"javascript:alert(1)\"", before);
      takes(key, "\"https://a.example/\"", before);
    }
    row.longest()
        .filter(most -> !key.equals("client_secret"))
        .ifPresent(
            most -> {
              takes(key, text(key, row, most), before);
              refuses(key, text(key, row, most + 1), before);
            });
    return before[0] > 0 ? 1 : 0;
  }

  private static String asJson(String choice) {
    return Set.of("true", "false").contains(choice) || choice.startsWith("\"")
        ? choice
        : "\"" + choice + "\"";
  }

  private static String text(String key, Row row, int length) {
    var start = ADDRESSES.contains(key) ? "https://a.example/" : "";
    var text = "\"" + start + "x".repeat(length - start.length()) + "\"";
    return row.says("array") ? "[" + text + "]" : text;
  }

  private void takes(String key, String value, int[] count) {
    count[0]++;
    try {
      reading.accept(with(key, value));
    } catch (ConfigurationException e) {
      assertThat(e.line()).as(key + " may be " + value).doesNotStartWith("entry." + told(key));
    }
  }

  private void refuses(String key, String value, int[] count) {
    count[0]++;
    assertThatThrownBy(() -> reading.accept(with(key, value)))
        .as(key + " may not be " + value)
        .isInstanceOf(ConfigurationException.class)
        .satisfies(e -> assertThat(((ConfigurationException) e).line()).contains(told(key)));
  }

  // What is wrong with a method of encryption is told of both keys that say how to encrypt.
  private static String told(String key) {
    return key.replaceFirst("_enc$", "_");
  }

  private ConfigValue with(String key, String value) {
    try (var reader = Json.createReader(new StringReader("[" + value + "]"));
        var written = Json.createReader(new StringReader(entry))) {
      JsonValue only = reader.readArray().get(0);
      var changed = Json.createObjectBuilder(written.readObject()).add(key, only);
      if (key.endsWith("_enc")) {
        changed.add(told(key) + "alg", "ECDH-ES");
      }
      return ConfigValue.parse("entry", changed.build().toString());
    }
  }
}
