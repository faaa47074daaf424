package org.sallyport.platform.audit;

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
}
