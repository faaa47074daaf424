package org.sallyport.person.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/**
 * Hashes a password of nobody's a few times at start, beside the requests: then the first crowd
 * that signs in finds the code compiled, and the log tells what a check takes on this machine.
 */
@ApplicationScoped
public class HashingRehearsal implements StartStep {
  private static final Logger LOG = Logger.getLogger(HashingRehearsal.class.getName());
  private static final int TIMES = 4;

  @Inject PasswordHashing hashing;
  @Inject Background background;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    background.execute(this::rehearse);
  }

  private void rehearse() {
    try {
      for (var i = 1; i < TIMES; i++) {
        once();
      }
      var took = once().toMillis();
      var cost = hashing.cost();
      LOG.info(
          () ->
              "A password takes %d ms to check here (Argon2id, m=%d, t=%d, p=%d)"
                  .formatted(took, cost.memoryKib(), cost.iterations(), cost.parallelism()));
    } catch (TooBusy crowd) {
      LOG.fine("People sign in already");
    }
  }

  private Duration once() {
    return hashing.inTurn(
        () -> {
          var start = System.nanoTime();
          PasswordHash.matchesNobody(new Password("nobody's"), hashing.cost());
          return Duration.ofNanos(System.nanoTime() - start);
        });
  }
}
