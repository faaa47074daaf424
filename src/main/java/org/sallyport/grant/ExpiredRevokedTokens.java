package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.sallyport.platform.sweep.ExpiredRows;
import org.sallyport.platform.sweep.Sweepable;

/** Revoked access tokens that have expired, so that nobody has to remember them. */
@ApplicationScoped
public class ExpiredRevokedTokens implements Sweepable {
  private static final ExpiredRows ROWS = new ExpiredRows("revoked_token", "jti");

  @Inject EntityManager em;

  @Override
  public String name() {
    return "revoked tokens";
  }

  @Override
  public int sweep(Instant now, int most) {
    return ROWS.delete(em, now, most);
  }
}
