package org.sallyport.client.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.WrittenPages.text;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sallyport.WrittenPages;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.details.AuthorizationDetailsType;

/** Every entry of the configuration file that a page shows is one that the server takes. */
class ExamplesInPagesTest {
  private static final Pattern JSON = Pattern.compile("(?ms)^```json$(.*?)^```$");
  private static final Map<String, Consumer<ConfigValue>> ENTRIES =
      Map.of(
          "client_id", Registration::read,
          "resource", ResourceServer::read,
          "schema", AuthorizationDetailsType::read);
  private static final List<String> SECTIONS =
      List.of("clients", "resources", "authorization_details_types");

  @Test
  void every_entry_is_taken() {
    var seen = new ArrayList<String>();
    for (var page : WrittenPages.with("docs")) {
      JSON.matcher(text(page)).results().map(m -> object(m.group(1))).forEach(o -> all(o, seen));
    }
    assertThat(seen).hasSizeGreaterThan(25);
  }

  private static void all(JsonObject written, List<String> seen) {
    if (written.keySet().stream().anyMatch(ENTRIES::containsKey)) {
      one(written, seen);
      return;
    }
    for (var section : SECTIONS) {
      if (written.containsKey(section)) {
        written.getJsonArray(section).forEach(entry -> one(entry.asJsonObject(), seen));
      }
    }
  }

  private static void one(JsonObject entry, List<String> seen) {
    ENTRIES.forEach(
        (key, reading) -> {
          if (entry.containsKey(key)) {
            reading.accept(ConfigValue.parse(key, entry.toString()));
            seen.add(key);
          }
        });
  }

  // The dots stand for a secret.
  private static JsonObject object(String text) {
    var whole = text.replace("\"…\"", "\"0123456789abcdef0123456789abcdef\"");
    try (var reader = Json.createReader(new StringReader(whole))) {
      JsonValue value = reader.readValue();
      return value.asJsonObject();
    }
  }
}
