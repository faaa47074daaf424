package org.sallyport.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.mapping.StoredTime;

/** The opened keys of one series; which of them is active is told by the time. */
record KeySuccession<K>(List<KeptKey<K>> keys) {
  KeySuccession {
    keys = keys.stream().sorted(Comparator.comparing(KeptKey::number)).toList();
  }

  /**
   * A key, and its place in its series.
   *
   * @param removedAt from when it counts as unknown; empty as long as it has no successor
   */
  record KeptKey<K>(
      int number, Instant createdAt, Instant activeFrom, Optional<Instant> removedAt, K key) {
    boolean isKept(Instant now) {
      return removedAt.map(now::isBefore).orElse(true);
    }

    /** Whether it is the first and merely announced; not if a clock was wrong that dated it. */
    boolean isAwaited(Instant now) {
      return number == 1
          && activeFrom.isAfter(createdAt)
          && activeFrom.isAfter(now)
          && !StoredTime.isAhead(createdAt, now);
    }
  }

  /** A series without keys. */
  static <K> KeySuccession<K> none() {
    return new KeySuccession<>(List.of());
  }

  /** The key to use: the newest that is no longer merely announced. */
  K active(Instant now) {
    return current(now)
        .orElseThrow(() -> new IllegalStateException("the keys have not been loaded"))
        .key();
  }

  /** The key to use, if there is one yet, and from when on. */
  Optional<KeptKey<K>> current(Instant now) {
    return keys.stream()
        .filter(k -> !k.activeFrom().isAfter(now))
        .reduce((older, newer) -> newer)
        // This node's clock may be behind that of the node that made the first key.
        .or(() -> keys.stream().findFirst().filter(k -> !k.isAwaited(now)));
  }

  /** How long it is until the first key may be used, if it is merely announced. */
  Optional<Duration> untilFirst(Instant now) {
    return keys.stream()
        .findFirst()
        .filter(k -> k.isAwaited(now))
        .map(k -> Duration.between(now, k.activeFrom()));
  }

  /** The newest key, which may be merely announced. */
  Optional<KeptKey<K>> newest() {
    return keys.stream().reduce((older, newer) -> newer);
  }

  /** The key of this number, unless it has been removed. */
  Optional<K> numbered(int number, Instant now) {
    return keys.stream()
        .filter(k -> k.number() == number && k.isKept(now))
        .findFirst()
        .map(KeptKey::key);
  }

  /** All keys that have not been removed, announced ones too. */
  List<K> kept(Instant now) {
    return keys.stream().filter(k -> k.isKept(now)).map(KeptKey::key).toList();
  }
}
