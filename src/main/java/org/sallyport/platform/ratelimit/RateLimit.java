package org.sallyport.platform.ratelimit;

import static org.sallyport.protocol.OAuthError.TOO_MANY_REQUESTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits, for each network, what nobody does often who means well (RFC 6749 §10.10, RFC 6585 §4).
 * Only the next one of the same kind is refused, since honest clients may share the network.
 */
@ApplicationScoped
public class RateLimit {
  private static final int MOST = 300;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final Cache<Counted, AtomicInteger> counts =
      Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(WITHIN).build();

  /** What is counted, each kind by itself. */
  public enum LimitedAction {
    /** Secrets, codes and tokens that nobody can have been given. */
    GUESS("too many wrong secrets, codes or tokens: wait a minute"),
    /** Requests that public clients have stored here. */
    PUSHED_REQUEST("too many pushed requests from this address: wait a minute");

    private final String reason;

    LimitedAction(String reason) {
      this.reason = reason;
    }
  }

  private record Counted(LimitedAction kind, String network) {}

  /** Counts one more from this address; refuses it if its network had too many within a minute. */
  public void count(LimitedAction kind, String address) {
    var counted = new Counted(kind, Network.of(address));
    if (counts.get(counted, c -> new AtomicInteger()).incrementAndGet() > MOST) {
      throw TOO_MANY_REQUESTS.because(kind.reason);
    }
  }
}
