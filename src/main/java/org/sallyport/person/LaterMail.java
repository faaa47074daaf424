package org.sallyport.person;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.ratelimit.RateLimit.LimitedAction;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.OAuthException;

/**
 * Mails that anybody may ask for. What each needs is done on another thread, after the answer, so
 * that the time of the answer tells nothing. Each feature has one of these, with places of its own.
 */
@Dependent
public class LaterMail {
  private static final Logger LOG = Logger.getLogger(LaterMail.class.getName());
  private static final int MOST_WAITING = 200;

  @Inject RateLimit limits;
  @Inject Background background;
  @Inject Transactions transactions;

  private final Semaphore places = new Semaphore(MOST_WAITING);

  /** A kind of mail: how it is limited, and what the log calls it. */
  public record MailKind(LimitedAction action, String name) {}

  /**
   * Takes a wish for a mail, and does what it needs soon after, in a transaction of its own.
   *
   * @param address of the client
   * @param send sends the mail; says whether one goes out
   * @return why it is refused, if the network asked too often or too many wait
   */
  public Optional<String> take(MailKind kind, String address, BooleanSupplier send) {
    try {
      limits.count(kind.action(), address);
    } catch (OAuthException tooMany) {
      return Optional.of(tooMany.logged());
    }
    if (!places.tryAcquire()) {
      return Optional.of("too many wait for a mail");
    }
    background.execute(() -> attempt(kind, send));
    return Optional.empty();
  }

  private void attempt(MailKind kind, BooleanSupplier send) {
    try {
      transactions.inNew(send::getAsBoolean);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> kind.name() + " could not be sent");
    } finally {
      places.release();
    }
  }
}
