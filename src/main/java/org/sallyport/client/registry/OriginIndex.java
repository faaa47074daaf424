package org.sallyport.client.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which web origins any client has, kept up by one thread while others ask. */
final class OriginIndex {
  private final Map<String, Set<String>> byClient = new ConcurrentHashMap<>();
  private final Map<String, Integer> clients = new ConcurrentHashMap<>();
  private volatile Instant stamp = Instant.EPOCH;

  /** Whether a client has this origin. */
  boolean contains(String origin) {
    return clients.containsKey(origin);
  }

  /** Up to which stamp it knows all changes. */
  Instant stamp() {
    return stamp;
  }

  /** Notes that it knows all changes up to this stamp. */
  void isAsOf(Instant now) {
    stamp = now;
  }

  /** Takes over what origins a client has now; an origin that stays is there all the time. */
  void put(String clientId, Set<String> origins) {
    var before = origins.isEmpty() ? byClient.remove(clientId) : byClient.put(clientId, origins);
    origins.forEach(origin -> clients.merge(origin, 1, Integer::sum));
    if (before != null) {
      before.forEach(origin -> clients.computeIfPresent(origin, (o, n) -> n == 1 ? null : n - 1));
    }
  }
}
