package org.sallyport.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A revoked access token, until it would have expired anyway. */
@Entity
@Table(name = "revoked_token")
public class RevokedToken {
  @Id private String jti;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected RevokedToken() {}

  /** Until when the token would have been valid. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
