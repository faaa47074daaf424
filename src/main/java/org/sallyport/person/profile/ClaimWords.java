package org.sallyport.person.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sallyport.platform.page.Texts;

/**
 * A claim of a person as its owner is shown it.
 *
 * @param label what it is, in a word of their language
 * @param value what it says
 */
public record ClaimWords(String label, String value) {
  private static final String LABELS = "consent.claim.";

  /**
   * A claim in words; none for one without a word of its own, such as {@code email_verified}, which
   * says nothing to its owner.
   *
   * @param value a JSON value, as plain objects of Java
   */
  public static Optional<ClaimWords> of(Texts texts, String claim, Object value) {
    var words = words(value);
    return texts.has(LABELS + claim) && !words.isEmpty()
        ? Optional.of(new ClaimWords(texts.text(LABELS + claim), words))
        : Optional.empty();
  }

  private static String words(Object value) {
    if (value instanceof Map<?, ?> map) {
      var formatted = map.get("formatted");
      return words(formatted == null ? List.copyOf(map.values()) : formatted);
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }
}
