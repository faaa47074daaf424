package org.sallyport.platform.audit.store;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.audit.AuditEntry;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.AuditEvent.SignInRefused;
import org.sallyport.platform.audit.CaseNumber;

/** Refusals for tests. */
final class Refusals {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private Refusals() {}

  /** One of a request. */
  static StoredEvent refusal() {
    return from("192.0.2.7");
  }

  /** One of a request from this address. */
  static StoredEvent from(String address) {
    return StoredEvent.now(AuditEntry.of(request(), Optional.of(address)), NOW);
  }

  /** A sign-in that was refused, from this address. */
  static StoredEvent signIn(String address) {
    var event = new SignInRefused(CaseNumber.next(), "alice", "wrong", Optional.empty());
    return StoredEvent.now(AuditEntry.of(event, Optional.of(address)), NOW);
  }

  /** A request that was refused. */
  static RequestRefused request() {
    return new RequestRefused(
        CaseNumber.next(), "/oauth2/token", "invalid_grant", "expired", Optional.empty());
  }
}
