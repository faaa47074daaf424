package org.sallyport.person.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.StandardClaims;

/** What is known of a person, under the standard claim names (OpenID Connect Core §5.1). */
public record Claims(Map<String, Object> values) {
  public Claims {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The claims that these scopes ask for, in the usual language, as JSON values (OpenID Connect
   * Core §5.4).
   */
  public Map<String, Object> forScopes(Scopes scopes) {
    return told(scopes, Set.of());
  }

  /**
   * The claims that these scopes ask for and those of these names, as far as they are known, as
   * JSON values (OpenID Connect Core §5.4, §5.5); in the usual language.
   */
  public Map<String, Object> told(Scopes scopes, Set<String> names) {
    var told = new LinkedHashMap<>(values);
    told.keySet().removeIf(name -> !isAsked(name, scopes, names));
    return told;
  }

  private static boolean isAsked(String name, Scopes scopes, Set<String> names) {
    return names.contains(name)
        || StandardClaims.scopeOf(name).filter(scopes::contains).isPresent();
  }

  /** The text of a claim, if it is there and a text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
