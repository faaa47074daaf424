package org.sallyport.platform.audit.store;

import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.crypto.TimeOrderedId;
import org.sallyport.platform.json.Json;

/**
 * An event as it is kept.
 *
 * @param at when it happened, in whole microseconds, as databases keep times
 */
public record StoredEvent(UUID id, Instant at, AuditEntry entry) {

  public StoredEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** A new event that happens now. */
  static StoredEvent now(AuditEntry entry, Instant now) {
    return new StoredEvent(TimeOrderedId.next(now), now, entry);
  }

  /** Whether it has this case number. */
  boolean isOf(CaseNumber number) {
    return entry.number().filter(number::equals).isPresent();
  }

  /** The event as a JSON object, whose names are those of the log. */
  public JsonObjectBuilder json() {
    var object =
        Json.createObjectBuilder()
            .add("id", id.toString())
            .add("at", at.toString())
            .add("event", entry.event())
            .add("result", entry.deed() ? "ok" : "refused");
    entry.number().map(CaseNumber::value).ifPresent(n -> object.add("case", n));
    entry.parties().subject().ifPresent(s -> object.add("subject", s.value()));
    entry.parties().client().ifPresent(c -> object.add("client", c.value()));
    entry.parties().actor().ifPresent(a -> object.add("actor", a));
    entry.parties().address().ifPresent(a -> object.add("address", a));
    return object.add("detail", Json.createObjectBuilder(entry.detail()));
  }
}
