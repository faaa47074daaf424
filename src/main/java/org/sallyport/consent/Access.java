package org.sallyport.consent;

import java.util.List;

/**
 * One scope as the page shows it.
 *
 * @param optional whether it has a checkbox
 * @param sensitive whether it is marked
 * @param data what the client would learn of this person
 */
public record Access(
    String scope,
    String title,
    String description,
    boolean optional,
    boolean sensitive,
    List<Fact> data) {

  /** Something known of the person, under a word of their language. */
  public record Fact(String label, String value) {}
}
