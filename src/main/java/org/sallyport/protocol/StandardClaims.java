package org.sallyport.protocol;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which scope asks for which claims (OpenID Connect Core §5.4). */
public final class StandardClaims {
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

  private static final Map<String, String> SCOPE_OF =
      OF_SCOPE.entrySet().stream()
          .flatMap(
              scope -> scope.getValue().stream().map(claim -> Map.entry(claim, scope.getKey())))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private StandardClaims() {}

  /** The scope that asks for this claim; none where no scope does. */
  public static Optional<String> scopeOf(String claim) {
    return Optional.ofNullable(SCOPE_OF.get(claim));
  }

  /** Whether this scope asks for claims and nothing else. */
  public static boolean isScope(String scope) {
    return OF_SCOPE.containsKey(scope);
  }

  /** The names of all claims that scopes ask for. */
  public static List<String> names() {
    return OF_SCOPE.values().stream().flatMap(List::stream).toList();
  }
}
