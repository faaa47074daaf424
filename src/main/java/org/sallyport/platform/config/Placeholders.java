package org.sallyport.platform.config;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.sallyport.platform.json.Json;

/** Puts the issuer where the file says {@code ${issuer}} or {@code ${origin}}. */
record Placeholders(Issuer issuer) {

  /**
   * The same value, with the strings in it replaced; keys stay as they are. What has no placeholder
   * is not copied, since a file may be large.
   */
  JsonValue replaceIn(JsonValue value) {
    if (value instanceof JsonString string) {
      var replaced = replaceIn(string.getString());
      return replaced.equals(string.getString()) ? value : Json.text(replaced);
    }
    if (value instanceof JsonArray array) {
      var replaced = array.stream().map(this::replaceIn).toList();
      return isSame(array, replaced) ? array : Json.createArrayBuilder(replaced).build();
    }
    if (value instanceof JsonObject object) {
      return replaceInMembers(object);
    }
    return value;
  }

  private JsonObject replaceInMembers(JsonObject object) {
    var replaced = new LinkedHashMap<String, JsonValue>();
    object.forEach((key, member) -> replaced.put(key, replaceIn(member)));
    var same = isSame(object.values(), List.copyOf(replaced.values()));
    return same ? object : Json.createObjectBuilder(replaced).build();
  }

  // By instance: what is equal but was replaced below is another one.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Collection<JsonValue> values, List<JsonValue> replaced) {
    var others = replaced.iterator();
    return values.stream().allMatch(value -> value == others.next());
  }

  private String replaceIn(String text) {
    return text.replace("${issuer}", issuer.value()).replace("${origin}", issuer.origin());
  }
}
