package org.sallyport.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain values of Java, as those libraries take it that have a JSON of their own. */
public final class PlainJson {
  private PlainJson() {}

  /** The elements of an array. */
  public static List<@Nullable Object> of(JsonArray array) {
    var plain = new ArrayList<@Nullable Object>();
    array.forEach(v -> plain.add(value(v)));
    return plain;
  }

  /** The members of an object, in their order. */
  public static Map<String, @Nullable Object> of(JsonObject object) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    object.forEach((name, v) -> plain.put(name, value(v)));
    return plain;
  }

  private static @Nullable Object value(JsonValue value) {
    return switch (value.getValueType()) {
      case ARRAY -> of(value.asJsonArray());
      case OBJECT -> of(value.asJsonObject());
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> number((JsonNumber) value);
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
    };
  }

  private static Number number(JsonNumber number) {
    return number.isIntegral() ? (Number) number.longValueExact() : number.bigDecimalValue();
  }
}
