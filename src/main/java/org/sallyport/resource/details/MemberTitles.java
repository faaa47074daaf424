package org.sallyport.resource.details;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.WrittenText;
import org.sallyport.protocol.LocalizedText;

/**
 * What a JSON Schema calls the members it describes: {@code title} and, in other languages, {@code
 * title#de}, by their paths of names such as {@code /instructedAmount/amount}.
 */
public record MemberTitles(Map<String, LocalizedText> byPath) {
  public MemberTitles {
    byPath = Map.copyOf(byPath);
  }

  static MemberTitles read(ConfigValue schema) {
    var titles = new LinkedHashMap<String, LocalizedText>();
    read(schema, "", titles);
    return new MemberTitles(titles);
  }

  /** The title of the member at this path, if it has one. */
  public Optional<LocalizedText> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** What a name adds to a path, whatever characters it has (RFC 6901 §3). */
  public static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static void read(ConfigValue schema, String path, Map<String, LocalizedText> titles) {
    if (!(schema.json() instanceof JsonObject)) {
      return;
    }
    WrittenText.read(schema, "title").ifPresent(t -> titles.put(path, t));
    schema.child("items").ifPresent(items -> read(items, path, titles));
    schema
        .child("properties")
        .filter(p -> p.json() instanceof JsonObject)
        .ifPresent(
            p ->
                p.names().forEach(n -> p.child(n).ifPresent(s -> read(s, path + step(n), titles))));
  }
}
