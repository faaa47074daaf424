package org.sallyport.consent;

import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.interaction.Held;
import org.sallyport.interaction.Question;
import org.sallyport.interaction.Verdict;
import org.sallyport.interaction.Visitor;
import org.sallyport.protocol.Subject;

/** What is to be decided, and by whom. */
record Pending(Held held, Client client, Visitor visitor, Question question) {

  /** What was to be decided in this very session. */
  static Optional<Pending> of(Held held, Client client, Visitor visitor) {
    return held.progressIn(visitor.session().id())
        .question()
        .map(question -> new Pending(held, client, visitor, question));
  }

  Subject subject() {
    return visitor.session().subject();
  }

  Held answered(Verdict verdict) {
    return held.answered(verdict, visitor.session().id());
  }
}
