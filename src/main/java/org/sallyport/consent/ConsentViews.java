package org.sallyport.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sallyport.client.logo.ClientLogos;
import org.sallyport.client.registry.Clients;
import org.sallyport.consent.ConsentView.Applicant;
import org.sallyport.consent.ConsentView.Section;
import org.sallyport.interaction.ConsentPolicy;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.Scopes;
import org.sallyport.resource.api.ResourceServers;
import org.sallyport.resource.api.ScopeText;
import org.sallyport.resource.details.AuthorizationDetails;
import org.sallyport.resource.details.AuthorizationDetailsTypes;

/** Finds out what is to be decided, and puts it into the words of the person's language. */
@ApplicationScoped
class ConsentViews {
  @Inject CurrentUsers visitors;
  @Inject Clients clients;
  @Inject ClientLogos logos;
  @Inject ResourceServers apis;
  @Inject AuthorizationDetailsTypes types;

  /** What the person at this browser is to decide; nothing if that has to be found out anew. */
  Optional<PendingConsent> pending(HttpServletRequest request, PendingAuthorization held) {
    return clients
        .find(held.client())
        .flatMap(c -> visitors.of(request).flatMap(v -> PendingConsent.of(held, c, v)));
  }

  /** The page for what is to be decided. */
  ConsentView shown(PendingConsent pending, Texts texts) {
    var metadata = pending.client().metadata();
    var question = pending.question();
    var accesses = new ConsentItems(texts, pending.visitor().person().claims());
    var returnTo = pending.held().returnTo();
    var asked = texts(question.asked()).map(accesses::of).map(a -> a.with(question.boxes()));
    return new ConsentView(
        Applicant.of(metadata.about(), logo(pending), texts.locale()),
        returnTo.host(),
        details(pending, texts),
        asked.toList(),
        texts(question.before()).map(s -> s.title().in(texts.locale())).toList(),
        question.asked().plus(question.before()).contains("offline_access"),
        ConsentPolicy.of(metadata, returnTo) == ConsentPolicy.ALWAYS);
  }

  private String logo(PendingConsent pending) {
    return logos.path(pending.client()).orElse("");
  }

  // What is not as it was when it came is refused when the request goes on.
  private Section details(PendingConsent pending, Texts texts) {
    var held = pending.held().details().values();
    var known = held.stream().map(AuthorizationDetails::type).map(types::find).toList();
    var words = new DetailsTexts(texts);
    var accesses =
        IntStream.range(0, held.size())
            .mapToObj(i -> known.get(i).map(type -> words.of(i, held.get(i), type)))
            .flatMap(Optional::stream)
            .toList();
    return new Section(words.heading(known.stream().flatMap(Optional::stream).toList()), accesses);
  }

  private Stream<ScopeText> texts(Scopes scopes) {
    return scopes.values().stream().flatMap(s -> apis.text(s).stream());
  }
}
