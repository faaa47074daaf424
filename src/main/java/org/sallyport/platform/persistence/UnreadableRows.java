package org.sallyport.platform.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.Tally;

/**
 * Rows whose content means nothing to this version: damaged ones, and those that a newer version on
 * another node wrote. One is as good as absent, logged and counted once, and hurts no other.
 */
@ApplicationScoped
public class UnreadableRows implements Measured {
  private static final Logger LOG = Logger.getLogger(UnreadableRows.class.getName());
  private static final int MOST_REMEMBERED = 1_000;

  private final Tally rows =
      new Tally(Family.counter("unreadable_rows_total", "Rows that this version cannot read"));
  private final Cache<List<String>, String> told =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /** What this row means; nothing if it cannot be read. */
  public <T> Optional<T> read(String table, String id, Supplier<T> meaning) {
    try {
      return Optional.of(meaning.get());
    } catch (RuntimeException e) {
      var words = String.valueOf(e.getMessage());
      if (!words.equals(told.asMap().put(List.of(table, id), words))) {
        rows.count(Map.of("table", table));
        LOG.log(
            Level.WARNING,
            e,
            () -> "Row " + id + " of table " + table + " cannot be read and is left out");
      }
      return Optional.empty();
    }
  }

  @Override
  public Stream<Measure> measures() {
    return rows.measures();
  }
}
