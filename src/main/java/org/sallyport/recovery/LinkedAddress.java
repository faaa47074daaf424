package org.sallyport.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.VerifiedAddresses;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.LiveLink;
import org.sallyport.person.link.MailLinks;
import org.sallyport.person.link.NewLink;
import org.sallyport.person.state.AddressBefore;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.EmailChanged;
import org.sallyport.platform.audit.AuditEvent.EmailVerified;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.recovery.LinkedPassword.MailedLink;

/**
 * The address that somebody confirms who has a link of a mail: the one that their account has, or
 * another one. Link and address change together or not at all; no password, factor or session
 * changes, and nobody is signed in.
 */
@ApplicationScoped
class LinkedAddress {
  @Inject MailLinks links;
  @Inject People people;
  @Inject VerifiedAddresses addresses;
  @Inject PersonMails mails;
  @Inject Transactions transactions;
  @Inject Audit audit;
  @Inject Clock clock;

  /** How it stands with a link. */
  enum LinkState {
    /** It can be used. */
    LIVE,
    /** It was used now. */
    DONE,
    /** It was used before, has expired, was replaced, or never was. */
    GONE,
    /** The account has another address than it had when the link was sent. */
    OUTDATED,
    /** Somebody else has the address. */
    TAKEN
  }

  /**
   * A link, and what it is about.
   *
   * @param address that would be confirmed; empty like the names where the link is gone
   */
  record LinkView(LinkState state, String name, String username, String address) {
    static final LinkView GONE = new LinkView(LinkState.GONE, "", "", "");
  }

  /** What there is to be seen of a link; changes nothing. */
  LinkView view(MailedLink mailed) {
    return transactions.inNew(
        () ->
            links
                .find(mailed.purpose(), mailed.token(), clock.instant())
                .flatMap(link -> people.find(link.subject()).map(p -> view(link, p)))
                .orElse(LinkView.GONE));
  }

  private LinkView view(LiveLink link, Person person) {
    var address = link.to().orElseThrow();
    var state = state(link, person, addresses.isFree(person, address));
    return state == LinkState.GONE
        ? LinkView.GONE
        : new LinkView(state, person.displayName(), person.username(), address.toString());
  }

  private static LinkState state(LiveLink link, Person person, boolean free) {
    if (!person.enabled()) {
      return LinkState.GONE;
    }
    if (!isCurrent(link, person)) {
      return LinkState.OUTDATED;
    }
    return free ? LinkState.LIVE : LinkState.TAKEN;
  }

  // A link that changes the address keeps the one of before.
  private static boolean isCurrent(LiveLink link, Person person) {
    var email = person.email();
    return link.purpose() == LinkPurpose.VERIFICATION
        ? email.isAt(link.to().orElseThrow())
        : email.text().equals(link.payload());
  }

  /** Uses the link up and confirms its address; changes nothing where it says anything but DONE. */
  LinkState confirm(MailedLink mailed, Locale spoken) {
    return transactions.inNew(
        () ->
            links
                .find(mailed.purpose(), mailed.token(), clock.instant())
                .flatMap(link -> people.locked(link.subject()))
                .map(person -> confirm(mailed, person, spoken))
                .orElse(LinkState.GONE));
  }

  // Once more, since another node may have used the link before the person was locked.
  private LinkState confirm(MailedLink mailed, Person person, Locale spoken) {
    var found = links.find(mailed.purpose(), mailed.token(), clock.instant());
    if (found.isEmpty()) {
      return LinkState.GONE;
    }
    var link = found.get();
    var state = state(link, person, addresses.take(person, link.to().orElseThrow()));
    if (state != LinkState.LIVE) {
      return state;
    }
    if (!links.use(mailed.purpose(), mailed.token(), clock.instant())) {
      return LinkState.GONE;
    }
    if (link.purpose() == LinkPurpose.VERIFICATION) {
      person.email().verified(clock.instant());
      audit.record(new EmailVerified(person.subject()));
    } else {
      change(person, link.to().orElseThrow(), spoken);
    }
    return LinkState.DONE;
  }

  // What was mailed to the address of before is for whoever reads its mail.
  private void change(Person person, MailAddress address, Locale spoken) {
    var now = clock.instant();
    var before = person.email().beforeChange();
    var old = person.email().address();
    person.email().choose(address, now);
    links.voidAll(person.subject(), now);
    audit.record(new EmailChanged(person.subject()));
    old.map(to -> undoing(person, to, before)).ifPresent(link -> mails.send(link, person, spoken));
  }

  private static NewLink undoing(Person person, MailAddress old, AddressBefore before) {
    return new NewLink(LinkPurpose.NOT_ME, person.subject(), old, before.text());
  }
}
