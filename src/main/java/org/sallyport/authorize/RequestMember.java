package org.sallyport.authorize;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Held;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.json.Json;

/**
 * A member of a request object, which is a parameter of the request (RFC 9101 §4). One whose JSON
 * type is not that of its parameter is refused, since to drop it would be to ask for something
 * else. Members that mean nothing here are ignored, whatever they are (RFC 7519 §4).
 */
record RequestMember(String name, @Nullable Object value) {
  private static final Set<String> OF_THE_JWT =
      Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "sub");

  // RFC 9396 §2, OpenID Connect Core §5.5 and §7.2.1 have JSON, which a query holds as text.
  private static final Set<String> JSON = Set.of("authorization_details", "claims", "registration");

  // Standard ones that are not kept, because nothing here depends on them.
  private static final Set<String> NOT_KEPT = Set.of("claims_locales", "display");

  /** The values of its parameter; refuses a member of another type than its parameter's. */
  List<String> texts(ForeignJwt object) {
    if (OF_THE_JWT.contains(name)) {
      return ofTheJwt(object);
    }
    if (JSON.contains(name)) {
      return List.of(json(object));
    }
    if (name.equals("resource") && value instanceof List<?> several) {
      return several.stream().map(one -> text(object, one)).toList();
    }
    if (name.equals("max_age") && value instanceof Long) {
      return List.of(value.toString());
    }
    return Held.KEPT.contains(name) || NOT_KEPT.contains(name)
        ? List.of(text(object, value))
        : List.of();
  }

  // Their types were checked when the JWT was read, where null counts as absent.
  private List<String> ofTheJwt(ForeignJwt object) {
    if (value == null) {
      throw object.refusal("has a " + name + " that is null");
    }
    return List.of();
  }

  // A text of details stays a JSON string, and is refused as such.
  private String json(ForeignJwt object) {
    if (name.equals("claims") && value instanceof String text) {
      return text;
    }
    if (name.equals("claims") && !(value instanceof Map<?, ?>)) {
      throw object.refusal("has " + name + " that are no object");
    }
    try {
      return Json.createArrayBuilder(Collections.singletonList(value)).build().get(0).toString();
    } catch (NumberFormatException e) {
      // A number too large to be one is infinite to the library, and is no JSON.
      throw object.refusal("has a number in " + name + " that is none");
    }
  }

  // What no query could hold is no parameter.
  private String text(ForeignJwt object, @Nullable Object one) {
    if (!(one instanceof String text)) {
      throw object.refusal("has a " + name + " that is no string");
    }
    if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw object.refusal("has a control character in " + name);
    }
    return text;
  }
}
