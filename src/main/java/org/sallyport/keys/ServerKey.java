package org.sallyport.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Sealed;

/** A key of the server as it is kept: its private part sealed under the master key. */
@Entity
@Table(name = "server_key")
public class ServerKey {
  @Id private String kid;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "algorithm")
  private String algorithm;

  @Column(name = "key_number")
  private int number;

  @Column(name = "sealed_private")
  private String sealedPrivate;

  @Column(name = "sealed_by")
  private int sealedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "active_from")
  private Instant activeFrom;

  @Column(name = "retires_at")
  private @Nullable Instant retiresAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  protected ServerKey() {}

  /** A key just made, to be used from {@code activeFrom}. */
  ServerKey(SealedKey key, Instant createdAt, Instant activeFrom) {
    this.kid = key.kid();
    this.purpose = key.series().purpose();
    this.algorithm = key.series().algorithm();
    this.number = key.number();
    this.sealedPrivate = key.sealed().text();
    this.sealedBy = key.sealed().by();
    this.createdAt = createdAt;
    this.activeFrom = activeFrom;
  }

  /** Hands over to a successor at that instant, and is kept for some time yet. */
  void retire(Instant at, Duration keep) {
    retiresAt = at;
    removedAt = at.plus(keep);
  }

  /** Is used as soon as it is made. */
  void useAtOnce() {
    activeFrom = createdAt;
  }

  SealedKey sealed() {
    var sealed = new Sealed(sealedPrivate, sealedBy);
    return new SealedKey(kid, new KeySeries(purpose, algorithm), number, sealed);
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant activeFrom() {
    return activeFrom;
  }

  /** From when on it counts as unknown; empty as long as it has no successor. */
  Optional<Instant> removedAt() {
    return Optional.ofNullable(removedAt);
  }
}
