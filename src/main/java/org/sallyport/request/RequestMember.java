package org.sallyport.request;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.request.RequestParameter;

/**
 * A member of a request object, which is a parameter of the request (RFC 9101 §4). One whose JSON
 * type is not that of its parameter is refused, since to drop it would be to ask for something
 * else. Members that mean nothing here are ignored, whatever they are (RFC 7519 §4).
 */
record RequestMember(String name, @Nullable Object value) {
  private static final Set<String> OF_THE_JWT =
      Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "sub");

  /** The values of its parameter; refuses a member of another type than its parameter's. */
  List<String> texts(ForeignJwt object) {
    if (OF_THE_JWT.contains(name)) {
      return ofTheJwt(object);
    }
    return RequestParameter.named(name).map(p -> texts(p, object)).orElse(List.of());
  }

  private List<String> texts(RequestParameter parameter, ForeignJwt object) {
    if (parameter.isJson()) {
      return List.of(json(parameter, object));
    }
    if (parameter.isRepeatable() && value instanceof List<?> several) {
      return several.stream().map(one -> text(object, one)).toList();
    }
    return parameter.isNumber() && value instanceof Long
        ? List.of(value.toString())
        : List.of(text(object, value));
  }

  // Their types were checked when the JWT was read, where null counts as absent.
  private List<String> ofTheJwt(ForeignJwt object) {
    if (value == null) {
      throw object.refusal("has a " + name + " that is null");
    }
    return List.of();
  }

  // A text of details stays a JSON string, and is refused as such.
  private String json(RequestParameter parameter, ForeignJwt object) {
    if (parameter.isJsonObject() && value instanceof String text) {
      return text;
    }
    if (parameter.isJsonObject() && !(value instanceof Map<?, ?>)) {
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
