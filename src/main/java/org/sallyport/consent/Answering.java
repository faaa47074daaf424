package org.sallyport.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import org.sallyport.client.ResourceServers;
import org.sallyport.client.ScopeText;
import org.sallyport.grant.Consents;
import org.sallyport.interaction.Held;
import org.sallyport.interaction.Question;
import org.sallyport.interaction.Verdict;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ConsentDenied;
import org.sallyport.platform.audit.AuditEvent.ConsentGiven;
import org.sallyport.protocol.Scopes;

/** Takes down what a person says to what they were asked. */
@ApplicationScoped
class Answering {
  @Inject Consents consents;
  @Inject ResourceServers apis;
  @Inject Audit audit;
  @Inject Clock clock;

  /** The request after a yes to these optional scopes and to all that are required. */
  @Transactional
  Held allow(Pending pending, Collection<String> ticked) {
    var answer = new Ticked(pending.question(), optional(pending.question()), ticked);
    var granted = answer.granted();
    if (granted.isEmpty() && pending.held().details().isEmpty()) {
      return deny(pending);
    }
    var choice = answer.choice();
    consents.remember(pending.subject(), pending.client().id(), choice, clock.instant());
    audit.record(new ConsentGiven(pending.subject(), pending.client().id(), granted));
    return pending.answered(new Verdict.Allowed(granted));
  }

  /** The request after a no, of which nothing is kept. */
  Held deny(Pending pending) {
    audit.record(
        new ConsentDenied(pending.subject(), pending.client().id(), pending.question().asked()));
    return pending.answered(new Verdict.Denied());
  }

  private Scopes optional(Question question) {
    return question.asked().filter(s -> apis.text(s).filter(ScopeText::optional).isPresent());
  }
}
