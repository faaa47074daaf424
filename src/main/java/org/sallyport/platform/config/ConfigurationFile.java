package org.sallyport.platform.config;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON configuration file: its {@code settings}, and the sections of the features. */
final class ConfigurationFile {
  private static final String SETTINGS = "settings";

  private static final JsonReaderFactory STRICT =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private final JsonObject json;

  private ConfigurationFile(JsonObject json) {
    this.json = json;
  }

  /** No file at all. */
  static ConfigurationFile none() {
    return new ConfigurationFile(JsonValue.EMPTY_JSON_OBJECT);
  }

  /** The file at this path; refuses one that is not one JSON object, or has a key twice. */
  static ConfigurationFile at(Path path) {
    try {
      return of(TextFile.read(path), path.toString());
    } catch (IOException e) {
      throw new ConfigurationException(
          "setting config", "cannot read " + path, "name a UTF-8 file that this user may read");
    }
  }

  private static ConfigurationFile of(String text, String place) {
    try (var reader = STRICT.createReader(new StringReader(text))) {
      var file = new ConfigurationFile(reader.readObject());
      refuseMore(text);
      return file;
    } catch (JsonParsingException e) {
      var at = e.getLocation();
      throw new ConfigurationException(
          place + " line " + at.getLineNumber() + " column " + at.getColumnNumber(),
          "this is not JSON, or a key is there twice",
          "correct it there");
    } catch (JsonException e) {
      throw new ConfigurationException(place, "this is not one JSON object", "write it as { … }");
    }
  }

  // A reader stops at the end of the object, and would not see a second one.
  private static void refuseMore(String text) {
    try (var parser = Json.createParser(new StringReader(text))) {
      parser.next();
      parser.skipObject();
      if (parser.hasNext()) {
        throw new JsonException("something follows the object");
      }
    }
  }

  /** The settings, by name; refuses names of others than these. */
  Map<String, String> settings(Collection<Setting> known) {
    var settings = new LinkedHashMap<String, String>();
    new ConfigValue("", json).child(SETTINGS).ifPresent(node -> read(node, known, settings));
    return settings;
  }

  /** The features' sections, in which the issuer stands for its placeholders. */
  List<ConfigValue> sections(Issuer issuer) {
    var sections = new ArrayList<ConfigValue>();
    var placeholders = new Placeholders(issuer);
    json.forEach(
        (name, value) -> {
          if (!name.equals(SETTINGS)) {
            sections.add(new ConfigValue(name, placeholders.replaceIn(value)));
          }
        });
    return sections;
  }

  private static void read(
      ConfigValue node, Collection<Setting> known, Map<String, String> settings) {
    for (var name : known) {
      if (name != SettingName.CONFIG) {
        readOne(node, name.key(), settings);
      }
      if (name.secret()) {
        readOne(node, name.key() + "-file", settings);
      }
    }
    node.done();
  }

  private static void readOne(ConfigValue node, String key, Map<String, String> settings) {
    node.child(key)
        .map(ConfigValue::json)
        .map(v -> v instanceof JsonString string ? string.getString() : v.toString())
        .ifPresent(text -> settings.put(key, text));
  }
}
