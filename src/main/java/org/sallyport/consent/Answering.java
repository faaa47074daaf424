package org.sallyport.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import org.sallyport.grant.Consents;
import org.sallyport.grant.Refusals;
import org.sallyport.interaction.Held;
import org.sallyport.interaction.Verdict;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ConsentDenied;
import org.sallyport.platform.audit.AuditEvent.ConsentGiven;

/** Takes down what a person says to what they were asked. */
@ApplicationScoped
class Answering {
  @Inject Consents consents;
  @Inject Refusals refusals;
  @Inject Audit audit;
  @Inject Clock clock;

  /** The request after a yes to these optional scopes and to all that are required. */
  @Transactional
  Held allow(Pending pending, Collection<String> ticked) {
    var answer = new Ticked(pending.question(), ticked);
    var granted = answer.granted();
    if (granted.isEmpty() && pending.held().details().isEmpty()) {
      return deny(pending);
    }
    var choice = answer.choice();
    var client = pending.client().id();
    consents.remember(pending.subject(), client, choice, clock.instant());
    refusals.remember(pending.visitor().session().id(), client, choice.declined());
    audit.record(new ConsentGiven(pending.subject(), client, granted));
    return pending.answered(new Verdict.Allowed(granted));
  }

  /** The request after a no, of which nothing is kept. */
  Held deny(Pending pending) {
    audit.record(
        new ConsentDenied(pending.subject(), pending.client().id(), pending.question().asked()));
    return pending.answered(new Verdict.Denied());
  }
}
