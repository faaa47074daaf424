package org.sallyport.consent;

import java.util.Collection;
import org.sallyport.grant.consent.ConsentChoice;
import org.sallyport.interaction.ConsentQuestion;
import org.sallyport.protocol.Scopes;

/**
 * The checkboxes of the form as they came back.
 *
 * @param values what was ticked, or what somebody claims was
 */
record TickedBoxes(ConsentQuestion question, Collection<String> values) {

  /** What the person chose: all that is required, and what they ticked. */
  ConsentChoice choice() {
    var declined = question.boxes().optional().filter(s -> !values.contains(s));
    return new ConsentChoice(question.asked().minus(declined), declined);
  }

  /** What the client gets: that, and what it was allowed before. */
  Scopes granted() {
    return question.before().plus(choice().allowed());
  }
}
