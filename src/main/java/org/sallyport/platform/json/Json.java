package org.sallyport.platform.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link jakarta.json.Json} offers, with the provider looked up once: it looks through the
 * class path at each call, which was an eighth of a client credentials request.
 */
public final class Json {
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  /** An empty object. */
  public static JsonObjectBuilder createObjectBuilder() {
    return PROVIDER.createObjectBuilder();
  }

  /** An object with the members of this one. */
  public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
    return PROVIDER.createObjectBuilder(object);
  }

  /** An object with these members, which are JSON values, or plain ones of Java. */
  public static JsonObjectBuilder createObjectBuilder(Map<String, ?> members) {
    return PROVIDER.createObjectBuilder(members);
  }

  /** An array of these elements, which are JSON values, or plain ones of Java. */
  public static JsonArrayBuilder createArrayBuilder(Collection<?> elements) {
    return PROVIDER.createArrayBuilder(elements);
  }

  /** A string as a JSON value. */
  public static JsonString text(String text) {
    return PROVIDER.createValue(text);
  }

  /** Whether there is something in this object at the place that a pointer tells (RFC 6901). */
  static boolean pointsInto(JsonObject object, String pointer) {
    try {
      return PROVIDER.createPointer(pointer).containsValue(object);
    } catch (JsonException e) {
      return false;
    }
  }

  /** Makers of readers that are configured so. */
  static JsonReaderFactory createReaderFactory(Map<String, ?> configuration) {
    return PROVIDER.createReaderFactory(configuration);
  }

  /** A parser of this text, which tells what follows after its first value. */
  public static JsonParser createParser(Reader text) {
    return PROVIDER.createParser(text);
  }

  /**
   * The one value that this text of somebody else's is; none if it is no JSON, or more than one.
   */
  public static Optional<JsonValue> read(String text) {
    try (var parser = PROVIDER.createParser(new StringReader(text))) {
      parser.next();
      var value = parser.getValue();
      return parser.hasNext() ? Optional.empty() : Optional.of(value);
    } catch (RuntimeException e) {
      // What is nested too deep has no exception of its own.
      return Optional.empty();
    }
  }

  /** The object that this text is; fails on any other, so for text of our own alone. */
  public static JsonObject object(String text) {
    try (var reader = createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** A reader of this text. */
  public static JsonReader createReader(Reader text) {
    return PROVIDER.createReader(text);
  }
}
