package org.sallyport.platform.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Puts the issuer where the file says {@code ${issuer}} or {@code ${origin}}. */
record Placeholders(Issuer issuer) {

  /** The same value, with the strings in it replaced; keys stay as they are. */
  JsonValue replaceIn(JsonValue value) {
    if (value instanceof JsonString string) {
      return Json.createValue(replaceIn(string.getString()));
    }
    if (value instanceof JsonArray array) {
      var copy = Json.createArrayBuilder();
      array.forEach(v -> copy.add(replaceIn(v)));
      return copy.build();
    }
    if (value instanceof JsonObject object) {
      var copy = Json.createObjectBuilder();
      object.forEach((k, v) -> copy.add(k, replaceIn(v)));
      return copy.build();
    }
    return value;
  }

  private String replaceIn(String text) {
    return text.replace("${issuer}", issuer.value()).replace("${origin}", issuer.origin());
  }
}
