package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.sallyport.platform.sweep.ExpiredRows;
import org.sallyport.platform.sweep.Sweepable;

/** Grants that not even a replay can concern any more; the audit keeps what they tell. */
@ApplicationScoped
public class ExpiredGrants implements Sweepable {
  private static final ExpiredRows ROWS = new ExpiredRows("access_grant", "id");

  @Inject EntityManager em;
  @Inject GrantHistory history;

  @Override
  public String name() {
    return "grants";
  }

  @Override
  public int sweep(Instant now, int most) {
    return ROWS.delete(em, now, most, history::keep);
  }
}
