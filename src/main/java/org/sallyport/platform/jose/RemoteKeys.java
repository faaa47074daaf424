package org.sallyport.platform.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.outgoing.Fetches;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.platform.outgoing.OutgoingTimeBudget;
import org.sallyport.platform.runtime.MonotonicClock;

/**
 * JWK sets that others publish. Each is kept for five minutes and asked for again at once if it
 * does not have a key, but never more often than every ten seconds; while it cannot be had, the
 * last one counts for an hour (RFC 7517 §5, FAPI 2.0 Security Profile §5.6).
 */
@ApplicationScoped
public class RemoteKeys {
  private static final Logger LOG = Logger.getLogger(RemoteKeys.class.getName());
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration STALE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Cache<URI, KnownKeys> all =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofDays(1)).build();

  @Inject OutgoingRequests outgoing;
  @Inject Fetches fetches;
  @Inject OutgoingTimeBudget patience;

  // Nothing of this is stored, so it goes by what has passed here, whoever sets a clock meanwhile.
  Clock clock = new MonotonicClock();

  /** Whether the keys at this address are as wanted. */
  public boolean fit(URI address, Predicate<PublicKeys> wanted) {
    var known = all.get(address, a -> new KnownKeys());
    if (known.fit(wanted, clock.instant())) {
      return true;
    }
    // Who comes while another is asking goes on with what counts still, and waits if that is not
    // it.
    if (known.asking.isLocked() && known.counts(wanted, clock.instant())) {
      return true;
    }
    if (known.asking.isLocked() || known.mayBeAsked(clock.instant())) {
      fetches.first(address, () -> askAnew(address, known));
    }
    return known.counts(wanted, clock.instant());
  }

  /** Whether the keys at this address could not be had when they were last asked for. */
  public boolean areMissing(URI address) {
    var known = all.getIfPresent(address);
    return known == null || known.missing;
  }

  /** The first key at this address to encrypt to in this way. */
  public Optional<JWK> toEncrypt(URI address, Encryption how) {
    var found = new ArrayList<JWK>();
    fit(
        address,
        keys -> {
          keys.toEncrypt(how).ifPresent(found::add);
          return !found.isEmpty();
        });
    return found.stream().findFirst();
  }

  // Whoever comes while another is asking waits for that answer and asks no second time.
  private void askAnew(URI address, KnownKeys known) {
    if (!locked(known)) {
      return;
    }
    try {
      var now = clock.instant();
      if (known.mayBeAsked(now)) {
        known.asked(now);
        fetch(address, known, now);
      }
    } finally {
      known.asking.unlock();
    }
  }

  private boolean locked(KnownKeys known) {
    var began = System.nanoTime();
    try {
      return known.asking.tryLock(patience.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      patience.spentSince(began);
    }
  }

  private void fetch(URI address, KnownKeys known, Instant now) {
    try {
      var json = outgoing.get(address, "application/jwk-set+json, application/json");
      known.learned(PublicKeys.parse(new String(json, UTF_8)), now);
    } catch (IOException | IllegalArgumentException e) {
      known.missing = true;
      // In one line: anybody can have them asked for again.
      LOG.warning(() -> "no keys could be had from " + address + ": " + oneLine(e));
    }
  }

  private static String oneLine(Exception e) {
    return e.toString().replaceAll("\\s+", " ");
  }

  /** What is known of one address. */
  private static final class KnownKeys {
    private final ReentrantLock asking = new ReentrantLock();
    private volatile PublicKeys keys = new PublicKeys(List.of());
    private volatile boolean missing = true;
    private volatile @Nullable Instant learnedAt;
    private volatile @Nullable Instant askedAt;

    boolean fit(Predicate<PublicKeys> wanted, Instant now) {
      var at = learnedAt;
      return at != null && now.isBefore(at.plus(FRESH)) && wanted.test(keys);
    }

    boolean counts(Predicate<PublicKeys> wanted, Instant now) {
      var at = learnedAt;
      return at != null && now.isBefore(at.plus(STALE)) && wanted.test(keys);
    }

    boolean mayBeAsked(Instant now) {
      var at = askedAt;
      return at == null || !now.isBefore(at.plus(PAUSE));
    }

    void asked(Instant now) {
      askedAt = now;
    }

    void learned(PublicKeys found, Instant now) {
      keys = found;
      missing = false;
      learnedAt = now;
    }
  }
}
