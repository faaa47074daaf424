package org.sallyport.interaction;

import org.sallyport.protocol.Scopes;

/**
 * What a person is asked to allow. It says which scopes have boxes, so that what the page showed is
 * what its answer is read by, even if a scope becomes required or optional meanwhile.
 *
 * @param asked the scopes to decide on
 * @param before those of the request that were allowed before
 */
public record ConsentQuestion(Scopes asked, Scopes before, Boxes boxes) {

  /**
   * The boxes of a question.
   *
   * @param optional the scopes that have one; all others are asked for together
   * @param unticked those of them that the person has refused before
   */
  public record Boxes(Scopes optional, Scopes unticked) {
    /** No scope may be left out. */
    public static final Boxes NONE = new Boxes(Scopes.NONE, Scopes.NONE);
  }
}
