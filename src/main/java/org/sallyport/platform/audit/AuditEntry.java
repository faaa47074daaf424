package org.sallyport.platform.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as it is stored and told: the same names and values as in the log.
 *
 * @param event its name, such as {@code signed_in}
 * @param deed whether something was done; a refusal if not
 * @param number the case number of a refusal
 * @param detail what else is known, by name, in order; each value is cut to a length
 */
public record AuditEntry(
    String event,
    boolean deed,
    Optional<CaseNumber> number,
    AuditParties parties,
    Map<String, String> detail) {

  public AuditEntry {
    detail = new LinkedHashMap<>(detail);
  }

  /** The entry of an event that came from this address. */
  public static AuditEntry of(AuditEvent event, Optional<String> address) {
    return AuditLine.entry(event, address);
  }
}
