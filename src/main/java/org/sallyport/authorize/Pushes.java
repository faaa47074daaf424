package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.TOO_MANY_REQUESTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what nobody in particular has stored here: requests of public clients, by address. */
@ApplicationScoped
class Pushes {
  private static final int MOST = 300;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Cache<String, AtomicInteger> counts =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WITHIN).build();

  /** Counts one more; refuses with 429 if there were too many within a minute. */
  void another(String address) {
    if (counts.get(address, a -> new AtomicInteger()).incrementAndGet() > MOST) {
      throw TOO_MANY_REQUESTS.because("too many pushed requests from this address: wait a minute");
    }
  }
}
