package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.protocol.SigningAlgorithm;

/** The keys that tokens are signed with; they rotate by themselves. */
@ApplicationScoped
public class SigningKeys {
  @Inject LiveKeys keys;
  @Inject Clock clock;

  /** The key to sign with by this algorithm; its first use makes it, if it is no standard one. */
  public SigningKey active(SigningAlgorithm algorithm) {
    var series = Series.of(algorithm);
    if (!algorithm.isStandard() && keys.ring().newest(series).isEmpty()) {
      keys.begin(series);
    }
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
