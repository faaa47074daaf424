package org.sallyport.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.platform.crypto.Deflated;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerSeal;

/**
 * Error pages as the browser carries them, so that a change of language repeats nothing of what led
 * to them, and nobody else can have this server say something.
 */
@ApplicationScoped
public class SealedErrors {
  @Inject ServerSeal seal;

  /** The page as text that this server alone can make; none where there are no keys yet. */
  Optional<String> seal(ShownError shown) {
    try {
      return Optional.of(seal.seal(Purpose.TICKET, Deflated.deflate(shown.write())));
    } catch (RuntimeException e) {
      // Nothing that goes wrong here may take the place of the error itself.
      return Optional.empty();
    }
  }

  /** The page of such a text, unless it is forged or of another kind. */
  public Optional<ShownError> open(String sealed) {
    return seal.open(Purpose.TICKET, sealed).map(Deflated::inflate).flatMap(ShownError::read);
  }
}
