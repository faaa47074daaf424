package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.grant.AccessEnds;
import org.sallyport.grant.consent.Consents;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.link.MailLinks;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.AccountDeleted;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Subject;

/**
 * Deletes the account of the person who is signed in (GDPR, Article 17): the person, credentials,
 * consents and links are gone at once, sessions and grants end and are swept with their time. The
 * audit keeps the subject, which names nobody any more.
 */
@ApplicationScoped
class AccountDeletion {
  @Inject AccountSettings settings;
  @Inject People people;
  @Inject AccessEnds access;
  @Inject Consents consents;
  @Inject MailLinks links;
  @Inject PersonMails mails;
  @Inject Audit audit;

  /**
   * How it stands with an account: it may be deleted, nobody's may, or it may not since the
   * configuration file has it and would bring it back.
   */
  enum Policy {
    ALLOWED,
    OFF,
    OF_FILE
  }

  Policy policy(Person person) {
    if (person.account().isOfFile()) {
      return Policy.OF_FILE;
    }
    return settings.deletion() ? Policy.ALLOWED : Policy.OFF;
  }

  /** Deletes it, and says so by mail; false if it may not be, or is gone already. */
  @Transactional
  boolean delete(Subject subject, Locale spoken) {
    return people
        .locked(subject)
        .filter(person -> policy(person) == Policy.ALLOWED)
        .map(person -> delete(person, spoken))
        .orElse(false);
  }

  private boolean delete(Person person, Locale spoken) {
    var subject = person.subject();
    mails.tellOfDeletion(person, spoken);
    access.endAll(subject, Optional.empty());
    consents.forget(subject);
    links.forget(subject);
    people.delete(person);
    audit.record(new AccountDeleted(subject));
    return true;
  }
}
