package org.sallyport.request;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.grant.RequestedClaims;
import org.sallyport.person.profile.Claims;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.StandardClaims;

/**
 * The claims that a request names one by one (OpenID Connect Core §5.5). A value that is wished for
 * counts for {@code sub} and {@code acr}; all others are told as they are, or not at all.
 *
 * @param languages those wanted, each as {@link Claims#told} takes it
 */
public record ClaimsParameter(
    Map<String, Wish> userinfo, Map<String, Wish> idToken, Set<String> languages) {
  /** A request that names none. */
  public static final ClaimsParameter NONE = new ClaimsParameter(Map.of(), Map.of(), Set.of());

  private static final Set<String> TEXTS = Set.of("sub", "acr");

  /**
   * How a claim is wished for (§5.5.1).
   *
   * @param values those that are wished for; none where any will do
   */
  record Wish(boolean essential, List<JsonValue> values) {
    /** Where nothing more is said of it. */
    static final Wish PLAIN = new Wish(false, List.of());

    Set<String> texts() {
      return values.stream()
          .map(value -> ((JsonString) value).getString())
          .collect(toUnmodifiableSet());
    }
  }

  /** The claims of this JSON; refuses what is no object with objects of claims. */
  static ClaimsParameter parse(String json) {
    var members = object("it", Json.read(json).orElseThrow(() -> refusal("it is no JSON")));
    return new ClaimsParameter(wishes(members, "userinfo"), wishes(members, "id_token"), Set.of());
  }

  /** The same, with these claims in the ID token too. */
  ClaimsParameter withIdToken(Set<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    var wishes = new LinkedHashMap<>(idToken);
    names.forEach(name -> wishes.putIfAbsent(name, Wish.PLAIN));
    return new ClaimsParameter(userinfo, wishes, languages);
  }

  /**
   * The same, wanted in these languages (§5.2).
   *
   * @param tags apart by blanks; what is no tag is passed over, and so is what follows the tenth
   */
  ClaimsParameter withLanguages(String tags) {
    var wanted = Claims.languages(tags);
    return wanted.isEmpty() ? this : new ClaimsParameter(userinfo, idToken, wanted);
  }

  /** The scopes that stand for these claims, out of those that the client is registered for. */
  Scopes scopes(Scopes registered) {
    return Scopes.of(
        Stream.of(userinfo, idToken)
            .flatMap(wishes -> wishes.keySet().stream())
            .flatMap(name -> StandardClaims.scopeOf(name).stream())
            .filter(registered::contains)
            .toList());
  }

  /** Those claims that these scopes stand for, in the languages that are wanted. */
  public RequestedClaims within(Scopes allowed) {
    return new RequestedClaims(within(allowed, userinfo), within(allowed, idToken));
  }

  /** Who may sign in: for each time that the request names people, their subjects (§5.5.1). */
  public List<Set<String>> subjects() {
    return Stream.of(userinfo, idToken)
        .flatMap(wishes -> Optional.ofNullable(wishes.get("sub")).stream())
        .map(Wish::texts)
        .filter(texts -> !texts.isEmpty())
        .toList();
  }

  /**
   * The authentication context classes of which one is essential; none if any will do (§5.5.1.1).
   */
  Set<String> classes() {
    return Optional.ofNullable(idToken.get("acr"))
        .filter(Wish::essential)
        .map(Wish::texts)
        .orElse(Set.of());
  }

  private Set<String> within(Scopes allowed, Map<String, Wish> wishes) {
    var named =
        wishes.keySet().stream()
            .filter(name -> StandardClaims.scopeOf(name).filter(allowed::contains).isPresent());
    return Stream.concat(named, languages.stream()).collect(toUnmodifiableSet());
  }

  private static Map<String, Wish> wishes(JsonObject members, String name) {
    if (!members.containsKey(name)) {
      return Map.of();
    }
    var wishes = new LinkedHashMap<String, Wish>();
    object(name, members.get(name))
        .forEach((claim, value) -> wishes.put(claim, wish(claim, value)));
    return wishes;
  }

  private static Wish wish(String claim, JsonValue value) {
    if (value == JsonValue.NULL) {
      return Wish.PLAIN;
    }
    var wish = object(claim, value);
    var values = new ArrayList<JsonValue>();
    Optional.ofNullable(wish.get("value")).ifPresent(values::add);
    if (wish.containsKey("values")) {
      values.addAll(array(claim, wish.get("values")));
    }
    if (TEXTS.contains(claim) && !values.stream().allMatch(JsonString.class::isInstance)) {
      throw refusal("the values of " + claim + " must be texts");
    }
    return new Wish(isEssential(claim, wish), values);
  }

  private static boolean isEssential(String claim, JsonObject wish) {
    var essential = wish.getOrDefault("essential", JsonValue.FALSE);
    if (essential != JsonValue.TRUE && essential != JsonValue.FALSE) {
      throw refusal("essential of " + claim + " must be true or false");
    }
    return essential == JsonValue.TRUE;
  }

  private static List<JsonValue> array(String claim, JsonValue value) {
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      throw refusal("values of " + claim + " must be an array of some");
    }
    return array;
  }

  private static JsonObject object(String name, JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      throw refusal(name + " must be an object");
    }
    return object;
  }

  private static OAuthException refusal(String reason) {
    return INVALID_REQUEST.because("claims: " + reason + " (OpenID Connect Core 5.5)");
  }
}
