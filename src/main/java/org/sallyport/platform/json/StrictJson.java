package org.sallyport.platform.json;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;

/** JSON of others, of which all readers make the same (RFC 7493 §2). */
public final class StrictJson {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_PLACES = 30;
  private static final int LONGEST_NUMBER = 40;

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private StrictJson() {}

  /**
   * The one value of this text, whose length the caller has limited.
   *
   * @param deepest how many arrays and objects may stand in one another
   * @throws IllegalArgumentException that says what is wrong: no JSON, or some more behind it, a
   *     key twice, too deep, half a character, or a number that a double does not hold
   */
  public static JsonValue parse(String text, int deepest) {
    try {
      check(text, deepest);
      try (var reader = READERS.createReader(new StringReader(text))) {
        return reader.readValue();
      }
    } catch (JsonException | UnsupportedOperationException | IllegalStateException e) {
      throw new IllegalArgumentException("is no JSON, or has a member twice", e);
    }
  }

  // Without recursion, so that no depth harms.
  private static void check(String text, int deepest) {
    try (var parser = Json.createParser(new StringReader(text))) {
      var depth = 0;
      while (parser.hasNext()) {
        var event = parser.next();
        depth += step(event);
        if (depth > deepest) {
          throw new IllegalArgumentException("is deeper than " + deepest + " arrays and objects");
        }
        check(parser, event);
      }
    }
  }

  private static int step(Event event) {
    return switch (event) {
      case START_ARRAY, START_OBJECT -> 1;
      case END_ARRAY, END_OBJECT -> -1;
      default -> 0;
    };
  }

  private static void check(JsonParser parser, Event event) {
    if (event == Event.VALUE_NUMBER && !fitsDouble(parser.getString())) {
      throw new IllegalArgumentException(
          "has a number of more than " + MOST_DIGITS + " digits; write it as a string");
    }
    var isText = event == Event.VALUE_STRING || event == Event.KEY_NAME;
    if (isText && parser.getString().codePoints().anyMatch(StrictJson::isHalf)) {
      throw new IllegalArgumentException("has half of a surrogate pair");
    }
  }

  private static boolean isHalf(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  private static boolean fitsDouble(String number) {
    if (number.length() > LONGEST_NUMBER) {
      return false;
    }
    try {
      var decimal = new BigDecimal(number);
      return decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_PLACES;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
