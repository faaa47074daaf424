package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sallyport.platform.runtime.PassingFault;
import org.sallyport.protocol.SigningAlgorithm;

/** The keys that tokens are signed with; they rotate by themselves. */
@ApplicationScoped
public class SigningKeys {
  @Inject LiveKeys keys;
  @Inject Clock clock;

  /** Makes and publishes the first key of this algorithm, if there is none yet. */
  public void need(SigningAlgorithm algorithm) {
    // What is there already is seen without waiting for whoever reads keys from the database.
    if (!algorithm.isStandard() && keys.ring().newest(KeySeries.of(algorithm)).isEmpty()) {
      keys.begin(KeySeries.of(algorithm));
    }
  }

  /**
   * How long it is until this algorithm signs, since verifiers may still go by a key set without
   * its key; nothing if it signs now.
   */
  public Optional<Duration> untilSigning(SigningAlgorithm algorithm) {
    need(algorithm);
    return keys.ring().untilFirst(algorithm, clock.instant());
  }

  /** The key to sign with by this algorithm; a fault that passes as long as it may not sign. */
  public SigningKey active(SigningAlgorithm algorithm) {
    untilSigning(algorithm)
        .ifPresent(
            left -> {
              throw new PassingFault("the first key of " + algorithm + " does not sign yet", left);
            });
    return keys.ring().active(algorithm, clock.instant());
  }

  /** The key of this name, unless it has been removed. */
  public Optional<SigningKey> find(String kid) {
    return keys.ring().published(clock.instant()).filter(k -> k.kid().equals(kid)).findFirst();
  }

  /** The JWK set, ready to send; at most two seconds old. */
  public PublishedKeys published() {
    return keys.published();
  }
}
