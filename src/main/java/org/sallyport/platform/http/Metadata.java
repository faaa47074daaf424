package org.sallyport.platform.http;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sallyport.platform.json.Json;

/** The server's metadata while it is collected (RFC 8414 §2, OpenID Connect Discovery §3). */
public final class Metadata {
  private static final Set<String> OF_BROWSERS =
      Set.of("authorization_endpoint", "end_session_endpoint");

  private final Map<String, JsonValue> values = new TreeMap<>();
  private final Map<String, TreeSet<String>> lists = new TreeMap<>();

  /** Says one text; refuses a second one of the same name. */
  public void put(String name, String value) {
    once(name, Json.text(value));
  }

  /** Says true or false; refuses a second one of the same name. */
  public void put(String name, boolean value) {
    once(name, value ? JsonValue.TRUE : JsonValue.FALSE);
  }

  /** Adds to a list, each value once. */
  public void add(String name, String... more) {
    add(name, Arrays.asList(more));
  }

  /** Adds to a list, each value once. */
  public void add(String name, Collection<String> more) {
    lists.computeIfAbsent(name, n -> new TreeSet<>()).addAll(more);
  }

  /**
   * Says where else those endpoints are that programs call, for use with certificates (RFC 8705
   * §5).
   */
  public void alias(String issuer, String alias) {
    var aliases = Json.createObjectBuilder();
    values.forEach(
        (name, value) -> {
          if (name.endsWith("_endpoint")
              && !OF_BROWSERS.contains(name)
              && value instanceof JsonString url) {
            aliases.add(name, alias + url.getString().substring(issuer.length()));
          }
        });
    once("mtls_endpoint_aliases", aliases.build());
  }

  /** The whole as a JSON object, always in the same order; an empty list is left out. */
  public String toJson() {
    var json = Json.createObjectBuilder();
    var all = new TreeMap<>(values);
    lists.forEach((name, list) -> all.put(name, Json.createArrayBuilder(list).build()));
    all.values().removeIf(JsonValue.EMPTY_JSON_ARRAY::equals);
    all.forEach(json::add);
    return json.build().toString();
  }

  private void once(String name, JsonValue value) {
    if (values.putIfAbsent(name, value) != null) {
      throw new IllegalStateException("two sources say " + name);
    }
  }
}
