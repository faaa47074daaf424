package org.sallyport.recovery;

import static org.sallyport.person.link.LinkPurpose.NOT_ME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.grant.AccessEnds;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.VerifiedAddresses;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.PasswordHashing;
import org.sallyport.person.link.LiveLink;
import org.sallyport.person.link.MailLinks;
import org.sallyport.person.state.AddressBefore;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.EmailRestored;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.transaction.Transactions;

/**
 * What the owner of an address does who did not change it: the account has its address of before
 * again, and nothing that anybody holds of it counts any more. Its password is void, so the way in
 * is a link to a new one, which goes to that address.
 */
@ApplicationScoped
class AccountRescue {
  @Inject MailLinks links;
  @Inject People people;
  @Inject VerifiedAddresses addresses;
  @Inject PersonMails mails;
  @Inject PasswordHashing hashing;
  @Inject AccessEnds access;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Clock clock;

  /** The address that the link restores, if it is live; changes nothing. */
  Optional<String> address(String token) {
    return transactions.inNew(
        () ->
            links
                .find(NOT_ME, token, clock.instant())
                .flatMap(LiveLink::to)
                .map(MailAddress::toString));
  }

  /** Uses the link up and does all that at once; false if it was used or has expired. */
  boolean rescue(String token, Locale spoken) {
    return address(token).isPresent()
        && hashing.inTurn(Optional.empty(), () -> rescue(token, unknown(), spoken));
  }

  // A password like any other, so that nodes of the version before know it too; nobody else does.
  private PasswordHash unknown() {
    return PasswordHash.of(new Password(Secrets.token()), hashing.cost());
  }

  private boolean rescue(String token, PasswordHash unknown, Locale spoken) {
    return transactions.inNew(
        () ->
            links
                .find(NOT_ME, token, clock.instant())
                .filter(link -> people.locked(link.subject()).isPresent())
                .filter(link -> links.use(NOT_ME, token, clock.instant()))
                .map(link -> rescued(link, unknown, spoken))
                .map(person -> voidLinks(person, token))
                .isPresent());
  }

  private Person voidLinks(Person person, String used) {
    links.voidSince(person.subject(), used, clock.instant());
    return person;
  }

  private Person rescued(LiveLink link, PasswordHash unknown, Locale spoken) {
    var now = clock.instant();
    var person = people.find(link.subject()).orElseThrow();
    var removed = person.email().address();
    // What the configuration has said since then stays.
    if (person.email().isOwnAddress()) {
      var free = addresses.take(person, link.to().orElseThrow());
      person.email().restore(AddressBefore.read(link.payload()), free, now);
    }
    person.choosePassword(unknown, now);
    person.enablement().end(now);
    access.endAll(person.subject(), Optional.empty());
    audit.record(new EmailRestored(person.subject()));
    removed
        .filter(address -> !person.email().isAt(address))
        .ifPresent(address -> mails.tellOfRestoredAddress(address, person, spoken));
    return person;
  }
}
