package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.sallyport.platform.persistence.NewRow;

/** Access tokens that were revoked by themselves, by their {@code jti} (RFC 7009 §2). */
@ApplicationScoped
public class RevokedTokens {
  @Inject EntityManager em;

  /** Revokes a token that would be valid until {@code expiresAt}; a second time changes nothing. */
  public void revoke(String jti, Instant expiresAt) {
    var sql = "insert into revoked_token (jti, expires_at) values (?, ?)";
    new NewRow(sql, List.of(jti, expiresAt)).insertUnlessPresent(em);
  }

  /** Whether this token was revoked. */
  public boolean isRevoked(String jti) {
    return em.find(RevokedToken.class, jti) != null;
  }
}
