package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;

/**
 * Has the outbox emptied: at once after a mail was written on this node, and every five seconds for
 * mails of other nodes and for new tries. One thread of this node sends at a time, however slow the
 * mail server is.
 */
@ApplicationScoped
public class MailSender implements StartStep {
  private static final Logger LOG = Logger.getLogger(MailSender.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration COUNTED = Duration.ofMinutes(1);
  private static final int LAST_TENTHS = 30;

  @Inject MailServer server;
  @Inject MailRounds rounds;
  @Inject OutboxRows rows;
  @Inject MailHealth health;
  @Inject Background background;
  @Inject Clock clock;

  private final AtomicInteger wanted = new AtomicInteger();
  private boolean failing;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    server
        .transport()
        .ifPresent(
            transport -> {
              background.refreshing("claims of mails", PAUSE, () -> watch(transport));
              background.refreshing("mail figures", COUNTED, this::count);
            });
  }

  /** Has mails sent once they are committed. */
  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.MailWritten mail) {
    wake();
  }

  private void watch(MailTransport transport) {
    wake();
    rounds.watch(transport);
  }

  private void count() {
    health.note(rows.state(clock.instant()));
  }

  // Whoever asks while a round runs has another one follow.
  void wake() {
    if (wanted.getAndIncrement() == 0) {
      background.execute(this::run);
    }
  }

  private void run() {
    int asked;
    do {
      asked = wanted.get();
      attempt();
    } while (!wanted.compareAndSet(asked, 0));
  }

  private void attempt() {
    try {
      server.transport().ifPresent(rounds::run);
      failing = false;
    } catch (RuntimeException | LinkageError e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, "Mails could not be sent, and wait", e);
      failing = true;
    }
  }

  /** A mail that is being sent may be finished; the connection of one that hangs is closed. */
  @Override
  public void end() {
    for (var tenths = 0; !rounds.end() && tenths < LAST_TENTHS; tenths++) {
      pause();
    }
    if (!rounds.end()) {
      server.transport().ifPresent(MailTransport::abort);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
