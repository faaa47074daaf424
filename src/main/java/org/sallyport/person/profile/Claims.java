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

  /** The claims that these scopes ask for (OpenID Connect Core §5.4), as JSON values. */
  public Map<String, Object> forScopes(Scopes scopes) {
    var asked = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) -> {
          if (StandardClaims.scopeOf(name).filter(scopes::contains).isPresent()) {
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

  /** The text of a claim, if it is there and a text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
