package org.sallyport.person.profile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.StandardClaims;

/** What is known of a person, under the standard claim names (OpenID Connect Core §5.1). */
public record Claims(Map<String, Object> values) {
  // A name of a claim begins otherwise.
  private static final String LANGUAGE = "#";
  private static final int MOST_LANGUAGES = 10;
  private static final int LONGEST_LANGUAGE = 24;

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
   * JSON values (OpenID Connect Core §5.4, §5.5).
   *
   * @param names with those of {@link #languages}: where there is one, claims that are known in it
   *     are told in it; where there are more, beside the usual one, under names such as {@code
   *     name#de} (§5.2)
   */
  public Map<String, Object> told(Scopes scopes, Set<String> names) {
    var told = new LinkedHashMap<>(values);
    told.keySet().removeIf(name -> !isAsked(name, scopes, names));
    var wanted = names.stream().filter(name -> name.startsWith(LANGUAGE)).toList();
    for (var language : wanted) {
      known(language.substring(LANGUAGE.length()), told.keySet())
          .forEach(
              name ->
                  told.put(
                      wanted.size() == 1 ? name.claim() : name.toString(),
                      values.get(name.toString())));
    }
    return told;
  }

  /**
   * The languages that these tags wish for, as names for {@link #told}: ten at most, since they are
   * kept with the grant.
   *
   * @param tags apart by blanks (§5.2); what is no tag, or longer than 24 characters, is passed
   *     over
   */
  public static Set<String> languages(String tags) {
    return Arrays.stream(tags.split(" ", MOST_LANGUAGES + 1))
        .limit(MOST_LANGUAGES)
        .filter(tag -> tag.length() <= LONGEST_LANGUAGE && ClaimName.isLanguage(tag))
        .map(tag -> LANGUAGE + tag.toLowerCase(Locale.ROOT))
        .collect(toUnmodifiableSet());
  }

  // RFC 4647 §3.4: a wish for de-CH is met by de, too.
  private List<ClaimName> known(String language, Set<String> claims) {
    var tags =
        values.keySet().stream()
            .map(ClaimName::parse)
            .filter(name -> name.language().isPresent() && claims.contains(name.claim()))
            .collect(
                groupingBy(ClaimName::claim, mapping(n -> n.language().orElseThrow(), toList())));
    return tags.entrySet().stream()
        .flatMap(
            entry ->
                nearest(language, entry.getValue()).stream()
                    .map(tag -> new ClaimName(entry.getKey(), Optional.of(tag))))
        .toList();
  }

  private static Optional<String> nearest(String language, List<String> tags) {
    var nearest = tags.stream().filter(language::equalsIgnoreCase).findFirst();
    var end = language.lastIndexOf('-');
    return nearest.isPresent() || end < 0 ? nearest : nearest(language.substring(0, end), tags);
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
