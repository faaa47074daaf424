package org.sallyport.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.PersonInvited;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.Subject;

/**
 * Sends links to people who are to be invited and have not been, after the file was applied. Nodes
 * that start together send one mail: the row of the person is locked while it is written.
 */
@ApplicationScoped
public class Invitations implements StartStep {
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int MOST_AT_ONCE = 100;

  @Inject People people;
  @Inject PersonMails mails;
  @Inject Outbox outbox;
  @Inject Background background;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Clock clock;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    if (outbox.isAvailable()) {
      background.every(AGAIN, Duration.ZERO, this::send);
    }
  }

  void send() {
    List<Subject> waiting = transactions.inNew(() -> people.toBeInvited(MOST_AT_ONCE));
    waiting.forEach(subject -> transactions.inNew(() -> invite(subject)));
  }

  private boolean invite(Subject subject) {
    return people
        .locked(subject)
        .filter(person -> person.enabled() && person.isToBeInvited())
        .filter(p -> mails.sendLink(LinkPurpose.INVITATION, p, "", Locale.ENGLISH))
        .map(this::invited)
        .isPresent();
  }

  private Person invited(Person person) {
    person.account().invite(clock.instant());
    audit.record(new PersonInvited(person.subject()));
    return person;
  }
}
