package org.sallyport.client;

import static org.sallyport.protocol.OAuthError.TOO_MANY_REQUESTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts, for each address, the secrets, codes and tokens that nobody can have been given. Only the
 * next wrong one is put off, since honest clients may share the address (RFC 6749 §10.10).
 */
@ApplicationScoped
public class Guesses {
  private static final int MOST = 300;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Cache<String, AtomicInteger> counts =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WITHIN).build();

  /** Counts a wrong one; refuses with 429 if there were too many within a minute. */
  public void another(String address) {
    if (counts.get(address, a -> new AtomicInteger()).incrementAndGet() > MOST) {
      throw TOO_MANY_REQUESTS.because("too many wrong secrets, codes or tokens: wait a minute");
    }
  }
}
