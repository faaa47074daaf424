package org.sallyport.resource.details;

import static org.sallyport.protocol.OAuthError.INVALID_AUTHORIZATION_DETAILS;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.json.PlainJson;
import org.sallyport.platform.json.StrictJson;
import org.sallyport.protocol.OAuthException;

/**
 * What a client asks for or was allowed in detail: objects, each of a {@code type} (RFC 9396 §2);
 * whether there is such a type is another matter.
 */
public record AuthorizationDetails(List<JsonObject> values) {
  /** Nothing in detail. */
  public static final AuthorizationDetails NONE = new AuthorizationDetails(List.of());

  private static final int LONGEST = 6_000;
  private static final int MOST = 20;
  private static final int DEEPEST = 10;

  // RFC 9396 §2.2: to ask for some of these only is to ask for less, whatever the type.
  private static final Set<String> LISTS =
      Set.of("locations", "actions", "datatypes", "privileges");

  public AuthorizationDetails {
    values = List.copyOf(values);
  }

  /**
   * The details that a parameter holds; refuses what is no JSON array of at most 20 objects with a
   * {@code type}, is longer than 6,000 characters or deeper than 10 levels, or has a common member
   * (§2.2) that is none.
   */
  public static AuthorizationDetails parse(String json) {
    if (json.length() > LONGEST) {
      throw refusal("is longer than " + LONGEST + " characters");
    }
    if (!(value(json) instanceof JsonArray array)) {
      throw refusal("must be a JSON array of objects");
    }
    if (array.size() > MOST) {
      throw refusal("has more than " + MOST + " objects");
    }
    return new AuthorizationDetails(
        IntStream.range(0, array.size()).mapToObj(i -> object(i, array.get(i))).toList());
  }

  /** The details that {@link #toString} wrote. */
  public static AuthorizationDetails stored(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return new AuthorizationDetails(reader.readArray().getValuesAs(JsonObject.class));
    }
  }

  /** The type of one of them. */
  public static String type(JsonObject detail) {
    return detail.getString("type");
  }

  /** Where one of them is to be used; none if it does not say (RFC 9396 §2.2). */
  public static List<String> locations(JsonObject detail) {
    return detail.containsKey("locations") ? texts(detail, "locations") : List.of();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Those that the test accepts. */
  public AuthorizationDetails filter(Predicate<JsonObject> test) {
    return isEmpty() ? this : new AuthorizationDetails(values.stream().filter(test).toList());
  }

  /**
   * These details, if each asks for no more than one of those that were granted: for the same, or,
   * in the lists of §2.2, for some of it; all else means what its API says (RFC 9396 §6.1).
   */
  public AuthorizationDetails within(AuthorizationDetails granted) {
    for (var asked : values) {
      if (granted.values.stream().noneMatch(g -> isWithin(asked, g))) {
        throw INVALID_AUTHORIZATION_DETAILS.because(
            place(values.indexOf(asked))
                + " asks for more than was granted, or for something else: repeat a granted object,"
                + " with fewer locations, actions, datatypes or privileges");
      }
    }
    return this;
  }

  private static boolean isWithin(JsonObject asked, JsonObject granted) {
    return asked.keySet().equals(granted.keySet())
        && asked.entrySet().stream()
            .allMatch(m -> isWithin(m, granted.getOrDefault(m.getKey(), JsonValue.NULL)));
  }

  private static boolean isWithin(Map.Entry<String, JsonValue> asked, JsonValue granted) {
    return asked.getValue().equals(granted)
        || (LISTS.contains(asked.getKey())
            && !asked.getValue().asJsonArray().isEmpty()
            && new HashSet<>(granted.asJsonArray()).containsAll(asked.getValue().asJsonArray()));
  }

  /** As plain values, for a token. */
  public List<@Nullable Object> plain() {
    return PlainJson.of(json());
  }

  /** As JSON. */
  public JsonArray json() {
    return Json.createArrayBuilder(values).build();
  }

  /** As on the wire. */
  @Override
  public String toString() {
    return json().toString();
  }

  private static JsonValue value(String json) {
    try {
      return StrictJson.parse(json, DEEPEST);
    } catch (IllegalArgumentException e) {
      throw refusal(String.valueOf(e.getMessage()));
    }
  }

  private static JsonObject object(int index, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      throw wrong(index, "must be an object");
    }
    if (!(object.get("type") instanceof JsonString type) || type.getString().isEmpty()) {
      throw wrong(index, "has no type, which must be a string");
    }
    LISTS.stream()
        .filter(object::containsKey)
        .filter(list -> !isTexts(object.get(list)))
        .findFirst()
        .ifPresent(
            list -> {
              throw wrong(index, "has " + list + " that are no array of strings");
            });
    if (!(object.getOrDefault("identifier", type) instanceof JsonString)) {
      throw wrong(index, "has an identifier that is no string");
    }
    return object;
  }

  private static boolean isTexts(@Nullable JsonValue value) {
    return value instanceof JsonArray all && all.stream().allMatch(JsonString.class::isInstance);
  }

  private static List<String> texts(JsonObject detail, String name) {
    return detail.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  /** What one of them is called in refusals. */
  static String place(int index) {
    return "authorization_details[" + index + "]";
  }

  static OAuthException wrong(int index, String what) {
    return INVALID_AUTHORIZATION_DETAILS.because(place(index) + " " + what);
  }

  private static OAuthException refusal(String what) {
    return INVALID_AUTHORIZATION_DETAILS.because("authorization_details " + what);
  }
}
