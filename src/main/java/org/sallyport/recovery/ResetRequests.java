package org.sallyport.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sallyport.person.MailQuota;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.AuditEvent.ResetRequested;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.page.Texts;
import org.sallyport.platform.persistence.Transactions;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.ratelimit.RateLimit.LimitedAction;
import org.sallyport.platform.runtime.Background;
import org.sallyport.protocol.OAuthException;

/**
 * Takes wishes for a link to a new password. Whether there is such an account is found out on
 * another thread, after the answer, so that neither its text nor its time tells that.
 */
@ApplicationScoped
class ResetRequests {
  private static final Logger LOG = Logger.getLogger(ResetRequests.class.getName());
  private static final int MOST_WAITING = 200;
  private static final int MAILS_AN_HOUR = 3;

  @Inject People people;
  @Inject PersonMails mails;
  @Inject Outbox outbox;
  @Inject MailQuota quota;
  @Inject RateLimit limits;
  @Inject Background background;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Clock clock;

  private final Semaphore places = new Semaphore(MOST_WAITING);

  /**
   * What somebody asked for.
   *
   * @param typed a sign-in name or a mail address
   * @param ticket the request that waits on the sign-in page; empty if none does
   * @param language that of the page
   */
  record LinkRequest(String typed, String ticket, Locale language) {}

  /** Whether mail can be sent at all. */
  boolean isAvailable() {
    return outbox.isAvailable();
  }

  /**
   * Takes a wish, and does what it needs soon after.
   *
   * @return the line with the case number if it is refused, since the network asked too often or
   *     too many wait
   */
  Optional<String> take(LinkRequest wish, String address, Texts texts) {
    try {
      limits.count(LimitedAction.RESET, address);
    } catch (OAuthException tooMany) {
      return Optional.of(refused(tooMany.logged(), texts));
    }
    if (!places.tryAcquire()) {
      return Optional.of(refused("too many wait for a mail", texts));
    }
    background.execute(() -> attempt(wish));
    return Optional.empty();
  }

  private String refused(String reason, Texts texts) {
    var number = CaseNumber.next();
    audit.recordShown(
        new RequestRefused(number, "/forgot", "too_many_requests", reason, Optional.empty()));
    return texts.caseLine(number, clock.instant());
  }

  private void attempt(LinkRequest wish) {
    try {
      transactions.inNew(() -> send(wish));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A link to a new password could not be sent", e);
    } finally {
      places.release();
    }
  }

  private boolean send(LinkRequest wish) {
    return people
        .byNameOrAddress(wish.typed())
        .filter(person -> person.enabled() && person.account().address().isPresent())
        .filter(p -> quota.take("reset mail", p.subject().value(), MAILS_AN_HOUR))
        .filter(person -> mails.sendLink(LinkPurpose.RESET, person, wish.ticket(), wish.language()))
        .map(person -> tell(person))
        .isPresent();
  }

  private Person tell(Person person) {
    audit.record(new ResetRequested(person.subject()));
    return person;
  }
}
