package org.sallyport.platform.audit.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Refusals that wait to be written, so many at most. Nobody waits for a place: where there is none,
 * one is dropped, and those that matter to somebody are dropped last.
 */
final class WaitingRefusals {
  private final int most;
  private final Deque<StoredEvent> preferred = new ArrayDeque<>();
  private final Deque<StoredEvent> others = new ArrayDeque<>();

  /** Room for so many. */
  WaitingRefusals(int most) {
    this.most = most;
  }

  /** Adds a refusal; gives the one that is dropped for lack of room, which may be this one. */
  synchronized Optional<StoredEvent> add(StoredEvent refusal, boolean isPreferred) {
    if (size() < most) {
      (isPreferred ? preferred : others).add(refusal);
      return Optional.empty();
    }
    if (!isPreferred || others.isEmpty()) {
      return Optional.of(refusal);
    }
    preferred.add(refusal);
    return Optional.of(others.removeLast());
  }

  /** Takes at most so many out, those that are preferred first. */
  synchronized List<StoredEvent> take(int number) {
    var taken = new ArrayList<StoredEvent>();
    for (var some : List.of(preferred, others)) {
      while (taken.size() < number && !some.isEmpty()) {
        taken.add(some.remove());
      }
    }
    return taken;
  }

  /** How many wait. */
  synchronized int size() {
    return preferred.size() + others.size();
  }
}
