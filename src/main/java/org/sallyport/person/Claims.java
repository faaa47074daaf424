package org.sallyport.person;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.protocol.Scopes;

/** What is known of a person, under the standard claim names (OpenID Connect Core §5.1). */
public record Claims(Map<String, Object> values) {
  private static final Map<String, List<String>> OF_SCOPE =
      Map.of(
          "profile",
          List.of(
              "name",
              "given_name",
              "family_name",
              "middle_name",
              "nickname",
              "preferred_username",
              "profile",
              "picture",
              "website",
              "gender",
              "birthdate",
              "zoneinfo",
              "locale",
              "updated_at"),
          "email",
          List.of("email", "email_verified"),
          "address",
          List.of("address"),
          "phone",
          List.of("phone_number", "phone_number_verified"),
          "groups",
          List.of("groups"));

  public Claims {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The claims that these scopes ask for (OpenID Connect Core §5.4), as JSON values. */
  public Map<String, Object> forScopes(Scopes scopes) {
    var asked = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) -> {
          if (scopes.values().stream().anyMatch(s -> isOf(s, name))) {
            asked.put(name, value);
          }
        });
    return asked;
  }

  /** Those of these names that are known, as JSON values (OpenID Connect Core §5.5). */
  public Map<String, Object> named(Set<String> names) {
    var asked = new LinkedHashMap<>(values);
    asked.keySet().retainAll(names);
    return asked;
  }

  /** The scope that asks for this claim; none where no scope does. */
  public static Optional<String> scopeOf(String claim) {
    return OF_SCOPE.keySet().stream().filter(scope -> isOf(scope, claim)).findFirst();
  }

  /** The names of all claims that scopes ask for. */
  static List<String> names() {
    return OF_SCOPE.values().stream().flatMap(List::stream).toList();
  }

  /** The text of a claim, if it is there and a text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static boolean isOf(String scope, String claim) {
    return OF_SCOPE.getOrDefault(scope, List.of()).contains(claim);
  }
}
