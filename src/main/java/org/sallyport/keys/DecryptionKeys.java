package org.sallyport.keys;

import com.nimbusds.jose.JWEObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The keys that others encrypt to; they rotate as all others do (RFC 7517 §4.2). */
@ApplicationScoped
public class DecryptionKeys {
  @Inject LiveKeys keys;
  @Inject Clock clock;

  /** What is inside; nothing where it was not encrypted to a key of ours, whatever is wrong. */
  public Optional<String> open(JWEObject object) {
    return keys.ring()
        .decrypting(clock.instant())
        .filter(key -> key.mayOpen(object))
        .flatMap(key -> key.open(object).stream())
        .findFirst();
  }
}
