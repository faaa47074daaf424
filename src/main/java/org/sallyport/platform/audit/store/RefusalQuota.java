package org.sallyport.platform.audit.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.sallyport.platform.ratelimit.Network;

/**
 * How many refusals are kept within a minute: of each kind from one network, and of all together.
 * Whoever has many networks fills the second bound, and there those of strangers alone.
 */
final class RefusalQuota {
  private static final int PREFERRED = 300;
  private static final int OTHERS = 60;
  private static final int ALL_PREFERRED = 6_000;
  private static final int ALL_OTHERS = 600;
  private static final String EVERYWHERE = "";

  private final Cache<QuotaKind, AtomicInteger> counts;

  private record QuotaKind(String network, String event, boolean preferred) {}

  RefusalQuota(Ticker time) {
    counts =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .ticker(time)
            .build();
  }

  /** Whether one more of this kind is kept. */
  boolean has(StoredEvent refusal, boolean preferred) {
    var network = Network.of(refusal.entry().parties().address().orElse(EVERYWHERE));
    var own = new QuotaKind(network, refusal.entry().event(), preferred);
    var all = new QuotaKind(EVERYWHERE, EVERYWHERE, preferred);
    // What one network may not have is not taken from the others.
    return isWithin(own, preferred ? PREFERRED : OTHERS)
        && isWithin(all, preferred ? ALL_PREFERRED : ALL_OTHERS);
  }

  private boolean isWithin(QuotaKind kind, int most) {
    return counts.get(kind, k -> new AtomicInteger()).incrementAndGet() <= most;
  }
}
