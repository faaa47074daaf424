package org.sallyport.person.profile;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.platform.json.Json;

/** Claims as the JSON text that their column holds. */
public final class ClaimsJson {
  private ClaimsJson() {}

  /** These claims as JSON text, in their order. */
  public static String write(Map<String, Object> claims) {
    return Json.createObjectBuilder(claims).build().toString();
  }

  /** The claims of a text that {@link #write} made. */
  public static Map<String, Object> read(String json) {
    return map(Json.object(json));
  }

  /** The same; none of a text that is damaged, which is about to be replaced. */
  public static Map<String, Object> readable(String json) {
    try {
      return read(json);
    } catch (JsonException damaged) {
      return Map.of();
    }
  }

  private static Map<String, Object> map(JsonObject object) {
    var map = new LinkedHashMap<String, Object>();
    object.forEach((name, value) -> map.put(name, plain(value)));
    return map;
  }

  private static Object number(JsonNumber number) {
    return number.isIntegral() ? number.longValueExact() : number.bigDecimalValue();
  }

  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> number((JsonNumber) value);
      case TRUE -> true;
      case FALSE -> false;
      case OBJECT -> map(value.asJsonObject());
      case ARRAY -> value.asJsonArray().stream().map(ClaimsJson::plain).toList();
      case NULL -> "";
    };
  }
}
