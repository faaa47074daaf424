package org.sallyport.interaction.pushed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.interaction.Progress;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.sweep.UsedOnce;
import org.sallyport.platform.transaction.Transactional;

/**
 * Requests that were answered, so that what a person did for one of them counts for one answer. A
 * ticket that a person has not acted on is no more than the request itself, which may be sent
 * again, so that nothing is stored for it.
 */
@ApplicationScoped
public class AnsweredRequests {
  private static final String KIND = "ticket";

  @Inject PushedRequests pushed;
  @Inject UsedOnce used;

  /** Whether this is the first answer to the request; of any number at the same moment one is. */
  @Transactional
  public boolean first(PendingAuthorization held) {
    if (held.pushedAs().isPresent()) {
      return pushed.answer(held.pushedAs().get());
    }
    var until = held.receivedAt().plus(Tickets.LIFETIME);
    return held.progress().map(Progress::id).filter(id -> !used.first(KIND, id, until)).isEmpty();
  }

  /** Whether what the person did for the request was answered. */
  @Transactional
  public boolean contain(PendingAuthorization held) {
    return held.progress().isPresent()
        && held.pushedAs()
            .map(pushed::isAnswered)
            .orElseGet(() -> used.isUsed(KIND, held.progress().get().id()));
  }
}
