package org.sallyport.platform.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.persistence.NewRow;

/**
 * Values that may be used only once, on whichever node and across restarts, such as the {@code jti}
 * of an assertion; each is remembered until it would be refused anyway.
 */
@ApplicationScoped
public class UsedOnce implements Sweepable {
  private static final ExpiredRows ROWS = new ExpiredRows("used_once", "id");

  @Inject EntityManager em;

  /**
   * Whether this is the first use; of any number at the same moment one is. Counts once the
   * transaction of the caller commits.
   *
   * @param kind what it is; the same value of another kind is another one
   */
  public boolean first(String kind, String value, Instant until) {
    var id = Sha256.base64url(kind + '\n' + value);
    var sql = "insert into used_once (id, expires_at) values (?, ?)";
    return new NewRow(sql, List.of(id, until)).insertUnlessPresent(em);
  }

  /** Whether it was used before. */
  public boolean isUsed(String kind, String value) {
    return !em.createNativeQuery("select 1 from used_once where id = :id")
        .setParameter("id", Sha256.base64url(kind + '\n' + value))
        .getResultList()
        .isEmpty();
  }

  @Override
  public String name() {
    return "values used once";
  }

  @Override
  public int sweep(Instant now, int most) {
    return ROWS.delete(em, now, most);
  }
}
