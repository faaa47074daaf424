package org.sallyport.platform.ratelimit;

import static org.sallyport.protocol.OAuthError.TOO_MANY_REQUESTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits, for each network, what nobody does often who means well (RFC 6749 §10.10, RFC 6585 §4).
 * Only the next one of the same kind is refused, since honest clients may share the network.
 */
@ApplicationScoped
public class RateLimit {
  private final Cache<Counted, AtomicInteger> counts =
      Caffeine.newBuilder()
          .maximumSize(200_000)
          .expireAfter(Expiry.<Counted, AtomicInteger>creating((key, n) -> key.kind().within))
          .build();

  /** What is counted, each kind by itself. */
  public enum LimitedAction {
    /** Secrets, codes and tokens that nobody can have been given. */
    GUESS("too many wrong secrets, codes or tokens: wait a minute"),
    /** Requests that public clients have stored here. */
    PUSHED_REQUEST("too many pushed requests from this address: wait a minute"),
    /** Accounts, which anybody may register. */
    REGISTRATION("too many accounts for this network: wait an hour", 20, Duration.ofHours(1)),
    /** Links to new passwords, which anybody may ask for. */
    RESET(
        "too many links to new passwords for this network: wait an hour", 20, Duration.ofHours(1));

    private final String reason;
    private final int most;
    private final Duration within;

    /** How many of one network are let through within its time. */
    int most() {
      return most;
    }

    LimitedAction(String reason) {
      this(reason, 300, Duration.ofMinutes(1));
    }

    LimitedAction(String reason, int most, Duration within) {
      this.reason = reason;
      this.most = most;
      this.within = within;
    }
  }

  private record Counted(LimitedAction kind, String network) {}

  /** Counts one more from this address; refuses it if its network had too many of late. */
  public void count(LimitedAction kind, String address) {
    var counted = new Counted(kind, Network.of(address));
    if (counts.get(counted, c -> new AtomicInteger()).incrementAndGet() > kind.most) {
      throw TOO_MANY_REQUESTS.because(kind.reason);
    }
  }
}
