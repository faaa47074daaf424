package org.sallyport.consent;

import java.util.List;
import org.sallyport.consent.ConsentItem.Fact;
import org.sallyport.person.profile.ClaimWords;
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
        .flatMap(c -> ClaimWords.of(texts, c.getKey(), c.getValue()).stream())
        .map(words -> new Fact(words.label(), words.value()))
        .toList();
  }
}
