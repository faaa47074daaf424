package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.person.MailQuota;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.NewLink;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.EmailLinkSent;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.Subject;

/**
 * Sends the person who is signed in links to confirm an address. Whether somebody else has it is
 * not looked at here: only who reads its mail is told.
 */
@ApplicationScoped
class AccountEmail {
  private static final int MAILS_AN_HOUR = 5;

  @Inject People people;
  @Inject PersonMails mails;
  @Inject MailQuota quota;
  @Inject Outbox outbox;
  @Inject Transactions transactions;
  @Inject Audit audit;

  /** Whether mail can be sent at all. */
  boolean isAvailable() {
    return outbox.isAvailable();
  }

  /**
   * Sends a link to an address.
   *
   * @param wanted another address than the account has; none for the one that it has
   * @return false if there were too many of late
   */
  boolean send(Subject subject, Optional<MailAddress> wanted, Locale spoken) {
    return transactions.inNew(
        () ->
            people
                .find(subject)
                .filter(person -> quota.take("address mail", subject.value(), MAILS_AN_HOUR))
                .filter(person -> send(person, wanted, spoken))
                .isPresent());
  }

  private boolean send(Person person, Optional<MailAddress> wanted, Locale spoken) {
    var has = person.email().text();
    var purpose = wanted.isPresent() ? LinkPurpose.EMAIL_CHANGE : LinkPurpose.VERIFICATION;
    return wanted
        .or(() -> person.email().address())
        .map(to -> new NewLink(purpose, person.subject(), to, has))
        .filter(link -> mails.send(link, person, spoken))
        .map(link -> tell(link))
        .isPresent();
  }

  private NewLink tell(NewLink link) {
    audit.record(new EmailLinkSent(link.subject(), link.purpose().word()));
    return link;
  }
}
