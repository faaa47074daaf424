package org.sallyport.person.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.NewRow;

/** How many tries to sign in failed or are under way, by one {@link FailureCounter}. */
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

  /**
   * The row of a counter that has counted nothing, which is over already: a time is stored rounded,
   * so that one that ends now might still run, and be over before the first failure counts.
   */
  static NewRow none(FailureCounter counter, Instant now) {
    return new NewRow(
        "insert into sign_in_failures (key_hash, failures, last_at, expires_at)"
            + " values (?, 0, ?, ?)",
        List.of(counter.keyHash(), now, Instant.EPOCH));
  }

  String keyHash() {
    return keyHash;
  }

  int failures() {
    return failures;
  }

  Instant lastAt() {
    return lastAt;
  }

  /** How long the next try still has to wait, if it has to. */
  Optional<Duration> delay(FailureCounter counter, Instant now) {
    return now.isBefore(expiresAt)
        ? counter.kind().allowance().left(failures, lastAt, now)
        : Optional.empty();
  }

  /** Whether another clock, which is ahead of this one, told when the last try failed. */
  boolean isAhead(Instant now) {
    return lastAt.isAfter(now);
  }
}
