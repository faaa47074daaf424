package org.sallyport.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

  /** How long the next try still has to wait, if it has to. */
  Optional<Duration> delay(Counter counter, Instant now) {
    return now.isBefore(expiresAt)
        ? counter.kind().allowance().left(failures, lastAt, now)
        : Optional.empty();
  }

  /** Whether another clock, which is ahead of this one, told when the last try failed. */
  boolean isAhead(Instant now) {
    return lastAt.isAfter(now);
  }
}
