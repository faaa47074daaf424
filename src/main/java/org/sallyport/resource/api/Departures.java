package org.sallyport.resource.api;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Entries of one kind that leave the configuration file and come back. Within the grace time they
 * are what they were; later they are new, and what was allowed before does not speak of them.
 *
 * @param now the time of this start
 */
public record Departures(EntityManager em, String kind, Instant now, Duration grace) {

  /** Notes that this entry leaves. */
  void note(AppliedEntry entry) {
    em.merge(new DepartedEntry(key(entry), entry.createdAt(), now));
  }

  /** The entry, which is in the file again or for the first time, since when it counts. */
  <R extends AppliedEntry> R back(R entry) {
    var left = Optional.ofNullable(em.find(DepartedEntry.class, key(entry)));
    left.ifPresent(departed -> entry.existsSince(departed.since(now, grace)));
    return entry;
  }

  private DepartedEntry.EntryKey key(AppliedEntry entry) {
    return new DepartedEntry.EntryKey(kind, entry.id());
  }
}
