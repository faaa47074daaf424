package org.sallyport.consent;

import java.util.Optional;
import org.sallyport.client.registry.Client;
import org.sallyport.interaction.ConsentAnswer;
import org.sallyport.interaction.ConsentQuestion;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.protocol.Subject;

/** What is to be decided, and by whom. */
record PendingConsent(
    PendingAuthorization held, Client client, CurrentUser visitor, ConsentQuestion question) {

  /** What was to be decided in this very session. */
  static Optional<PendingConsent> of(
      PendingAuthorization held, Client client, CurrentUser visitor) {
    return held.progressIn(visitor.session().id())
        .question()
        .map(question -> new PendingConsent(held, client, visitor, question));
  }

  Subject subject() {
    return visitor.session().subject();
  }

  PendingAuthorization answered(ConsentAnswer verdict) {
    return held.answered(verdict, visitor.session().id());
  }
}
