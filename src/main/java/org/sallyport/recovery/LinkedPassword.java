package org.sallyport.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.grant.AccessEnds;
import org.sallyport.person.NewPasswords;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.VerifiedAddresses;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.LiveLink;
import org.sallyport.person.link.MailLinks;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.EmailVerified;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.Subject;

/**
 * The password that somebody chooses who has a link of a mail. Link and password change together or
 * not at all. The factors that a person has besides the password stay, and nobody is signed in.
 */
@ApplicationScoped
class LinkedPassword {
  @Inject MailLinks links;
  @Inject People people;
  @Inject NewPasswords passwords;
  @Inject VerifiedAddresses addresses;
  @Inject PersonMails mails;
  @Inject AccessEnds access;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * Whose link it is.
   *
   * @param seen when their password was last changed
   * @param ticket the request that waits on the sign-in page; empty if none does
   */
  record Holder(Subject subject, String name, String username, Instant seen, String ticket) {}

  /** The secret part of a link, and what the link is for. */
  record MailedLink(LinkPurpose purpose, String token) {}

  /** Whose link this is, if it is live and they may sign in. */
  Optional<Holder> holder(MailedLink mailed) {
    return transactions.inNew(
        () ->
            links
                .find(mailed.purpose(), mailed.token(), clock.instant())
                .flatMap(link -> people.find(link.subject()).flatMap(p -> holder(link, p))));
  }

  private static Optional<Holder> holder(LiveLink link, Person person) {
    return person.enabled() && isOf(link, person)
        ? Optional.of(
            new Holder(
                person.subject(),
                person.displayName(),
                person.username(),
                person.credentialsChangedAt(),
                link.payload()))
        : Optional.empty();
  }

  // What went to an address of before is for whoever reads its mail, which may be somebody else.
  private static boolean isOf(LiveLink link, Person person) {
    return link.to().map(person.email()::isAt).orElse(true);
  }

  /** Keeps the password and uses the link up; says why not, if it does not. */
  Optional<PasswordRefusal> choose(
      MailedLink mailed, Holder holder, Password password, Locale spoken) {
    return passwords.choose(
        holder.subject(),
        holder.seen(),
        password,
        person -> {
          var now = clock.instant();
          var link = links.find(mailed.purpose(), mailed.token(), now);
          if (link.filter(l -> isOf(l, person)).isEmpty()
              || !links.use(mailed.purpose(), mailed.token(), now)) {
            return false;
          }
          links.voidAll(person.subject(), now);
          link.flatMap(LiveLink::to).ifPresent(to -> verify(person, to, now));
          access.endAll(person.subject(), Optional.empty());
          if (mailed.purpose() == LinkPurpose.RESET) {
            mails.tellOfPasswordChange(person, spoken);
          }
          return true;
        });
  }

  private void verify(Person person, MailAddress address, Instant now) {
    if (!person.email().isVerified() && addresses.take(person, address)) {
      person.email().verified(now);
      audit.record(new EmailVerified(person.subject()));
    }
  }
}
