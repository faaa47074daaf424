package org.sallyport.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sallyport.consent.ConsentItem.Fact;
import org.sallyport.person.profile.Claims;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.Scopes;
import org.sallyport.resource.api.ScopeText;

/** Puts scopes into words, with what they would tell of this person. */
record ConsentItems(Texts texts, Claims claims) {

  /** The access that a scope gives. */
  ConsentItem of(ScopeText scope) {
    return new ConsentItem(
        scope.scope(),
        scope.title().in(texts.locale()),
        scope.description().in(texts.locale()),
        scope.optional(),
        true,
        scope.sensitive(),
        data(scope.scope()));
  }

  private List<Fact> data(String scope) {
    return claims.forScopes(Scopes.of(scope)).entrySet().stream()
        .flatMap(c -> fact(c.getKey(), c.getValue()).stream())
        .toList();
  }

  // A claim without a word of its own, such as email_verified, says nothing to its owner.
  private Optional<Fact> fact(String claim, Object value) {
    var label = "consent.claim." + claim;
    var words = words(value);
    return texts.has(label) && !words.isEmpty()
        ? Optional.of(new Fact(texts.text(label), words))
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
