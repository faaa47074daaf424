package org.sallyport.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.person.LaterMail;
import org.sallyport.person.LaterMail.MailKind;
import org.sallyport.person.MailQuota;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ResetRequested;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.ratelimit.RateLimit.LimitedAction;

/**
 * Takes wishes for a link to a new password. Whether there is such an account is found out on
 * another thread, after the answer, so that neither its text nor its time tells that.
 */
@ApplicationScoped
class ResetRequests {
  private static final MailKind KIND =
      new MailKind(LimitedAction.RESET, "A link to a new password");
  private static final int MAILS_AN_HOUR = 3;

  @Inject People people;
  @Inject PersonMails mails;
  @Inject Outbox outbox;
  @Inject MailQuota quota;
  @Inject LaterMail later;
  @Inject Audit audit;

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
   * @return why it is refused, if the network asked too often or too many wait
   */
  Optional<String> take(LinkRequest wish, String address) {
    return later.take(KIND, address, () -> send(wish));
  }

  private boolean send(LinkRequest wish) {
    return people
        .byNameOrAddress(wish.typed())
        .filter(person -> person.enabled() && person.email().address().isPresent())
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
