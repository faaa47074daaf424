package org.sallyport.platform.audit;

import java.util.List;

/** Takes every event that is recorded, beside the log; every bean of this type is told. */
public interface AuditSink {

  /**
   * Takes an event.
   *
   * <p>A deed that cannot be kept must not be done: what this throws ends the request, and the
   * transaction around it. A refusal is taken without waiting for anything.
   *
   * @param shown whether a page tells a person of it
   */
  void take(AuditEvent event, AuditEntry entry, boolean shown);

  /** Takes deeds that were done together, which may be many; each with its entry. */
  default void takeAll(List<? extends AuditEvent.Deed> deeds, List<AuditEntry> entries) {
    for (var i = 0; i < deeds.size(); i++) {
      take(deeds.get(i), entries.get(i), false);
    }
  }
}
