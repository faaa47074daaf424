package org.sallyport.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How many tries to sign in failed or are under way, by one {@link Counter}. */
@Entity
@Table(name = "sign_in_failures")
class SignInFailure {
  @Id
  @Column(name = "key_hash")
  private String keyHash;

  private int failures;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected SignInFailure() {}

  String keyHash() {
    return keyHash;
  }

  /** When the next try may be made. */
  Instant next(Counter counter, Instant now) {
    return now.isBefore(expiresAt) ? counter.kind().allowance().next(failures, lastAt) : now;
  }
}
