package org.sallyport.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;
import org.sallyport.person.LaterMail;
import org.sallyport.person.LaterMail.MailKind;
import org.sallyport.person.MailQuota;
import org.sallyport.person.NewAccount;
import org.sallyport.person.People;
import org.sallyport.person.PersonMails;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.MailLinks;
import org.sallyport.person.link.NewLink;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.ratelimit.Network;
import org.sallyport.platform.ratelimit.RateLimit.LimitedAction;
import org.sallyport.protocol.Subject;

/**
 * Takes wishes for accounts. Whether the address has one is found out on another thread, after the
 * answer, so that neither its text nor its time tells that.
 */
@ApplicationScoped
class RegistrationRequests {
  private static final Logger LOG = Logger.getLogger(RegistrationRequests.class.getName());
  private static final MailKind KIND =
      new MailKind(LimitedAction.REGISTRATION, "A link to a new account");
  private static final int MAILS_AN_HOUR = 3;
  private static final int MOST_OPEN = 1_000;
  private static final int MOST_OPEN_OF_A_NETWORK = 100;

  @Inject People people;
  @Inject PersonMails mails;
  @Inject MailLinks links;
  @Inject MailQuota quota;
  @Inject LaterMail later;
  @Inject Clock clock;

  /**
   * What somebody asked for.
   *
   * @param ticket the request that waits on the sign-in page; empty if none does
   * @param language that of the page
   */
  record AccountWish(NewAccount account, String ticket, Locale language) {}

  /**
   * Takes a wish, and does what it needs soon after.
   *
   * @return why it is refused, if the network asked too often or too many wait
   */
  Optional<String> take(AccountWish wish, String address) {
    return later.take(KIND, address, () -> send(wish, Network.of(address)));
  }

  boolean send(AccountWish wish, String network) {
    var to = wish.account().address();
    var owner = Sha256.hex(to.toString().toLowerCase(Locale.ROOT));
    if (!quota.take("registration mail", owner, MAILS_AN_HOUR)) {
      return false;
    }
    var known = people.byNameOrAddress(to.toString());
    if (known.isPresent()) {
      // To an address of theirs that it is, since a username may look like one.
      return known.get().email().isAt(to) && mails.tellOfAccount(known.get(), wish.language());
    }
    var kept = new RegistrationKept(wish.account(), wish.ticket()).text();
    var subject = new Subject("registration:" + owner);
    var link = new NewLink(LinkPurpose.REGISTRATION, subject, to, kept, network);
    return hasRoom(network) && mails.sendToStranger(link, wish.language());
  }

  private boolean hasRoom(String network) {
    var now = clock.instant();
    if (links.live(LinkPurpose.REGISTRATION, now) >= MOST_OPEN) {
      LOG.warning("No link to a new account is sent: " + MOST_OPEN + " have not been used yet");
      return false;
    }
    return links.live(LinkPurpose.REGISTRATION, network, now) < MOST_OPEN_OF_A_NETWORK;
  }
}
