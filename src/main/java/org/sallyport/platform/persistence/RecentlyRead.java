package org.sallyport.platform.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read from the database in the last second, so that another node's change is seen within
 * two.
 */
public final class RecentlyRead<K, V> {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Cache<K, V> values =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

  /**
   * The value of a key; what is absent is asked for each time.
   *
   * <p>Nobody waits for another's reading: whoever waits may hold the connection that it needs.
   */
  public Optional<V> get(K key, Function<K, Optional<V>> read) {
    return known(key).or(() -> fresh(key, read));
  }

  /** The value of a key, if it was read in the last second. */
  public Optional<V> known(K key) {
    return Optional.ofNullable(values.getIfPresent(key));
  }

  private Optional<V> fresh(K key, Function<K, Optional<V>> read) {
    var found = read.apply(key);
    found.ifPresent(v -> values.put(key, v));
    return found;
  }

  /** Forgets everything. */
  public void clear() {
    values.invalidateAll();
  }
}
