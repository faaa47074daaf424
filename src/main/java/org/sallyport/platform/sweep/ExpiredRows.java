package org.sallyport.platform.sweep;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of a table whose {@code expires_at} has passed; rows that a request holds are left for
 * the next time.
 *
 * @param table the table
 * @param key its primary key, one column
 */
public record ExpiredRows(String table, String key) {

  /** Deletes at most so many of them, the oldest first, and says how many. */
  public int delete(EntityManager em, Instant now, int most) {
    return delete(em, now, most, keys -> {});
  }

  /**
   * The same, after something else was done with the rows.
   *
   * @param before takes the keys of the rows, which are locked; there is one at least
   */
  public int delete(EntityManager em, Instant now, int most, Consumer<List<?>> before) {
    List<?> keys =
        em.createNativeQuery(
                "select %s from %s where expires_at < :now order by expires_at limit :most for update skip locked"
                    .formatted(key, table))
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    if (keys.isEmpty()) {
      return 0;
    }
    before.accept(keys);
    return em.createNativeQuery("delete from %s where %s in (:keys)".formatted(table, key))
        .setParameter("keys", keys)
        .executeUpdate();
  }
}
