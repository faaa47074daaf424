package org.sallyport.consent;

import java.util.List;
import org.sallyport.interaction.ConsentQuestion.Boxes;

/**
 * One scope, or one of the authorization details, as the page shows it.
 *
 * @param scope its name; that of a detail is none that a scope could have
 * @param description empty if there is nothing to add to the title
 * @param optional whether it has a checkbox
 * @param ticked whether that is ticked to begin with
 * @param sensitive whether it is marked
 * @param data what the client would learn of this person, or what the detail says
 */
public record ConsentItem(
    String scope,
    String title,
    String description,
    boolean optional,
    boolean ticked,
    boolean sensitive,
    List<Fact> data) {

  /** The same, with these boxes on the page; what is sensitive is for the person to tick. */
  ConsentItem with(Boxes boxes) {
    return new ConsentItem(
        scope,
        title,
        description,
        boxes.optional().contains(scope),
        !sensitive && !boxes.unticked().contains(scope),
        sensitive,
        data);
  }

  /** Something known of the person, or said in a detail, under a word of their language. */
  public record Fact(String label, String value) {}
}
