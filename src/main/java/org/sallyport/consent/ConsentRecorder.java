package org.sallyport.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import org.sallyport.grant.consent.Consents;
import org.sallyport.grant.consent.RefusedScopes;
import org.sallyport.interaction.ConsentAnswer;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ConsentDenied;
import org.sallyport.platform.audit.AuditEvent.ConsentGiven;
import org.sallyport.platform.transaction.Transactional;

/** Takes down what a person says to what they were asked. */
@ApplicationScoped
class ConsentRecorder {
  @Inject Consents consents;
  @Inject RefusedScopes refusals;
  @Inject Audit audit;
  @Inject Clock clock;

  /** The request after a yes to these optional scopes and to all that are required. */
  @Transactional
  PendingAuthorization allow(PendingConsent pending, Collection<String> ticked) {
    var answer = new TickedBoxes(pending.question(), ticked);
    var granted = answer.granted();
    if (granted.isEmpty() && pending.held().details().isEmpty()) {
      return deny(pending);
    }
    var choice = answer.choice();
    var client = pending.client().id();
    consents.remember(pending.subject(), client, choice, clock.instant());
    refusals.remember(pending.visitor().session().id(), client, choice.declined());
    audit.record(new ConsentGiven(pending.subject(), client, granted));
    return pending.answered(new ConsentAnswer.Allowed(granted));
  }

  /** The request after a no, of which nothing is kept. */
  PendingAuthorization deny(PendingConsent pending) {
    audit.record(
        new ConsentDenied(pending.subject(), pending.client().id(), pending.question().asked()));
    return pending.answered(new ConsentAnswer.Denied());
  }
}
