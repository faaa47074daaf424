package org.sallyport.interaction;

import java.time.Instant;
import java.util.Optional;

/**
 * An interaction that the browser carries as a ticket while it waits for the person. A further kind
 * implements this, and has an {@link InteractionKind} as a bean; no list names it.
 */
public non-sealed interface PendingInteraction extends Interaction {

  /** When it came in; its ticket is good for the lifetime of its kind from then on. */
  Instant receivedAt();

  /** The same, in the language that the person switched to. */
  PendingInteraction inLanguage(String tag);

  /**
   * Our own path, with a query if there is one, at which the same can be started anew once its
   * ticket is over; none where it cannot.
   */
  Optional<String> startAgain();
}
