package org.sallyport.platform.mail;

import static org.sallyport.platform.mail.MailFailure.Kind.LATER;
import static org.sallyport.platform.mail.MailFailure.Kind.REFUSED;
import static org.sallyport.platform.mail.MailFailure.Kind.SERVER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerSeal;
import org.sallyport.platform.mail.OutboxRows.ClaimedMail;

/**
 * Sends what is due, one mail after the other, outside of any transaction. A mail is claimed, sent,
 * and then marked, so only a node that dies between the last two lets it be sent twice.
 */
@ApplicationScoped
public class MailRounds {
  private static final Logger LOG = Logger.getLogger(MailRounds.class.getName());
  private static final Duration REST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @Inject OutboxRows rows;
  @Inject MailServer server;
  @Inject MailSettings settings;
  @Inject MailHealth health;
  @Inject ServerSeal seal;
  @Inject Clock clock;

  private volatile @Nullable Sending current;
  private volatile boolean ending;
  private Instant restsUntil = Instant.MIN;
  private boolean away;

  /** A mail that is being sent. */
  private record Sending(ClaimedMail mail, Instant since) {}

  /** Sends until nothing is due any more, or the mail server takes nothing. */
  void run(MailTransport transport) {
    if (clock.instant().isBefore(restsUntil)) {
      return;
    }
    health.count("expired", rows.dropUseless(clock.instant()));
    var goesOn = true;
    while (goesOn && !ending) {
      var mail = rows.claim(clock.instant());
      goesOn = mail.isPresent() && send(mail.get(), transport);
    }
  }

  /** Keeps the claim of what is being sent, and ends what takes too long. */
  void watch(MailTransport transport) {
    var sending = current;
    if (sending == null) {
      return;
    }
    var now = clock.instant();
    if (now.isAfter(sending.since().plus(LONGEST))) {
      transport.abort();
    }
    rows.keep(sending.mail(), now);
  }

  /** Sends no further mail; says whether none is being sent any more. */
  boolean end() {
    ending = true;
    return current == null;
  }

  // Says whether it is worth while to send another one.
  private boolean send(ClaimedMail mail, MailTransport transport) {
    var content = content(mail.row());
    if (content.isEmpty()) {
      giveUp(mail, "it cannot be opened: the key that sealed it is gone");
      return true;
    }
    current = new Sending(mail, clock.instant());
    try {
      transport.send(outgoing(mail.row(), content.get()));
      confirm(mail);
      return true;
    } catch (MailFailure e) {
      return failed(mail, e);
    } finally {
      current = null;
    }
  }

  private Optional<MailContent> content(OutboxRow row) {
    return row.content().flatMap(s -> seal.open(Purpose.MAIL, s)).map(MailContent::read);
  }

  private OutgoingMail outgoing(OutboxRow row, MailContent content) {
    return new OutgoingMail(
        row.messageId(), settings.from(), row.createdAt(), row.language(), content);
  }

  // While the database is away nothing else can be sent either, and this mail must not be again.
  private void confirm(ClaimedMail mail) {
    while (true) {
      try {
        rows.sent(mail, clock.instant());
        break;
      } catch (RuntimeException e) {
        LOG.log(Level.FINE, e, () -> "Mail " + mail.row().id() + " cannot be marked as sent yet");
        if (ending || !paused()) {
          throw e;
        }
      }
    }
    health.count("sent", 1);
    tell(mail, "was taken by the mail server");
    if (away) {
      LOG.info("The mail server takes mail again");
      away = false;
    }
  }

  private boolean failed(ClaimedMail mail, MailFailure failure) {
    var now = clock.instant();
    var next = RetryRule.next(mail.row().createdAt(), mail.row().tries(), now);
    tell(mail, "was not taken: " + failure.reason());
    if (failure.kind() == REFUSED || next.isEmpty()) {
      giveUp(mail, failure.reason());
    } else {
      rows.retry(mail, next.get(), failure.reason());
      health.count(failure.kind() == LATER ? "later" : "server away", 1);
    }
    if (failure.kind() == SERVER) {
      rest(now, failure);
    }
    return failure.kind() != SERVER;
  }

  // Other mails would fare no better, and each would wait for the mail server.
  private void rest(Instant now, MailFailure failure) {
    restsUntil = now.plus(REST);
    if (!away) {
      away = true;
      LOG.warning(() -> "The mail server takes no mail, which waits: " + failure.reason());
    }
  }

  private void giveUp(ClaimedMail mail, String reason) {
    rows.giveUp(mail, clock.instant(), reason);
    health.count("given up", 1);
    LOG.warning(
        () -> "Mail " + mail.row().id() + " (" + mail.row().kind() + ") is given up: " + reason);
  }

  // Somebody waits for it.
  private static void tell(ClaimedMail mail, String outcome) {
    if (mail.row().kind().equals(TestMail.KIND)) {
      LOG.info(() -> "The test mail " + outcome);
    }
  }

  private static boolean paused() {
    try {
      TimeUnit.SECONDS.sleep(1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
