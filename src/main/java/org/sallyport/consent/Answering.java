package org.sallyport.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import org.sallyport.client.ResourceServers;
import org.sallyport.client.ScopeText;
import org.sallyport.grant.Choice;
import org.sallyport.grant.Consents;
import org.sallyport.interaction.Held;
import org.sallyport.interaction.Question;
import org.sallyport.interaction.Verdict;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ConsentDenied;
import org.sallyport.platform.audit.AuditEvent.ConsentGiven;

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
    var question = pending.question();
    var choice = choice(question, ticked);
    var granted = question.before().plus(choice.allowed());
    if (granted.isEmpty()) {
      return deny(pending);
    }
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

  private Choice choice(Question question, Collection<String> ticked) {
    var optional =
        question.asked().filter(s -> apis.text(s).filter(ScopeText::optional).isPresent());
    var declined = optional.filter(s -> !ticked.contains(s));
    return new Choice(question.asked().minus(declined), declined);
  }
}
