package org.sallyport.platform.config;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.OAuthException;

/**
 * A JSON value and its place: what is read has the right type, and what is not read is refused by
 * {@link #done()}. It is of the configuration file, or of a column or a request that may have keys
 * unknown to us; readers need not know which.
 */
public final class ConfigValue {
  private final String place;
  private final JsonValue value;
  private final boolean lenient;
  private final Set<String> read = new HashSet<>();

  ConfigValue(String place, JsonValue value) {
    this(place, value, false);
  }

  ConfigValue(String place, JsonValue value, boolean lenient) {
    this.place = place;
    this.value = value;
    this.lenient = lenient;
  }

  /** The JSON value that is written in a text. */
  public static ConfigValue parse(String place, String json) {
    return new ConfigValue(place, value(json));
  }

  /** The JSON value of a column: what a newer version wrote there may have keys unknown to us. */
  public static ConfigValue stored(String place, String json) {
    return new ConfigValue(place, value(json), true);
  }

  private static JsonValue value(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  /** Where this value stands, such as {@code clients[2]}. */
  public String place() {
    return place;
  }

  /** The value as it was parsed. */
  public JsonValue json() {
    return value;
  }

  /** The keys of this object, in the order written. */
  public List<String> names() {
    return List.copyOf(object().keySet());
  }

  /** The value of a key, of any type, if it is there and not null. */
  public Optional<ConfigValue> child(String name) {
    read.add(name);
    return Optional.ofNullable(object().get(name))
        .filter(v -> v != JsonValue.NULL)
        .map(v -> new ConfigValue(place.isEmpty() ? name : place + "." + name, v, lenient));
  }

  /** The elements of an array at a key; none if the key is absent. */
  public List<ConfigValue> children(String name) {
    return child(name).map(ConfigValue::elements).orElse(List.of());
  }

  /** The elements of this array. */
  public List<ConfigValue> elements() {
    return eachElement().toList();
  }

  /**
   * The elements of this array, one after the other, so that none need be kept when it was read.
   */
  public Stream<ConfigValue> eachElement() {
    if (!(value instanceof JsonArray array)) {
      throw wrong("must be an array", "write it as [ … ]");
    }
    return IntStream.range(0, array.size())
        .mapToObj(i -> new ConfigValue(place + "[" + i + "]", array.get(i), lenient));
  }

  /** This string; refuses an empty one. */
  public String text() {
    if (!(value instanceof JsonString string) || string.getString().isEmpty()) {
      throw wrong("must be a string that is not empty", "write it as \"…\"");
    }
    return string.getString();
  }

  /**
   * The text that is kept of this value.
   *
   * @param kept as it goes into the database
   * @param most how many characters there is room for; a longer text is refused
   */
  public String fitting(String kept, int most) {
    if (kept.length() > most) {
      throw wrong(
          "takes " + kept.length() + " characters in the database, and " + most + " fit",
          "shorten it");
    }
    return kept;
  }

  /** The string at a key. */
  public Optional<String> text(String name) {
    return child(name).map(ConfigValue::text);
  }

  /** The string at a key that must be there. */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> missing(name, "add \"" + name + "\": \"…\""));
  }

  /** The strings of an array at a key; none if the key is absent. */
  public List<String> texts(String name) {
    return children(name).stream().map(ConfigValue::text).toList();
  }

  /** The true or false at a key. */
  public Optional<Boolean> bool(String name) {
    return child(name).map(ConfigValue::asBoolean);
  }

  /** The whole number at a key. */
  public Optional<Long> number(String name) {
    return child(name).map(ConfigValue::asNumber);
  }

  /** The duration at a key, written as in ISO 8601: {@code PT5M}. */
  public Optional<Duration> duration(String name) {
    return child(name).map(n -> SettingValues.duration(n.place, n.text()));
  }

  /** Refuses the keys of this object that nobody has read, if it is of the file. */
  public void done() {
    if (lenient) {
      return;
    }
    for (var name : object().keySet()) {
      if (!read.contains(name)) {
        throw unknown(name, SpellingSuggestion.hint(name, read));
      }
    }
  }

  /** The complaint to throw about a key that is missing, or that was misspelt. */
  public ConfigurationException missing(String name, String remedy) {
    return object().keySet().stream()
        .filter(written -> !read.contains(written) && SpellingSuggestion.isSlip(written, name))
        .findFirst()
        .map(written -> unknown(written, SpellingSuggestion.hint(written, List.of(name))))
        .orElseGet(() -> wrong("has no " + name, remedy));
  }

  /** The complaint to throw about this value. */
  public ConfigurationException wrong(String what, String remedy) {
    return new ConfigurationException(place, what, remedy);
  }

  /** The complaint to throw where the words of the specifications refuse this value. */
  ConfigurationException wrong(OAuthException refusal) {
    return new ConfigurationException(place, refusal);
  }

  private ConfigurationException unknown(String name, String remedy) {
    return wrong("unknown key " + name, remedy);
  }

  private Map<String, JsonValue> object() {
    if (!(value instanceof JsonObject object)) {
      throw wrong("must be an object", "write it as { … }");
    }
    return object;
  }

  private Boolean asBoolean() {
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw wrong("must be true or false", "write it without quotes");
    }
    return value == JsonValue.TRUE;
  }

  private Long asNumber() {
    if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
      throw wrong("must be a whole number", "write it without quotes and fraction");
    }
    return number.longValueExact();
  }
}
