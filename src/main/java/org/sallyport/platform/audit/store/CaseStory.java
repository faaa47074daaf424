package org.sallyport.platform.audit.store;

import java.time.Instant;
import java.util.List;
import org.sallyport.platform.audit.CaseNumber;

/**
 * What there is to tell of a case number.
 *
 * @param events the refusal and what happened around it, in the order of time; none if no event of
 *     this number is kept
 * @param notKept where there is none: how many refusals were not kept, the newest minutes first
 */
public record CaseStory(CaseNumber number, List<StoredEvent> events, List<NotKept> notKept) {
  public CaseStory {
    events = List.copyOf(events);
    notKept = List.copyOf(notKept);
  }

  /** Whether the event of this number is kept. */
  public boolean isKept() {
    return !events.isEmpty();
  }

  /** How many refusals of one kind were not kept in the minute that begins then. */
  public record NotKept(Instant minute, String event, long number) {}
}
