package org.sallyport.signup;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sallyport.SettableClock;
import org.sallyport.person.NewAccount;
import org.sallyport.person.SelfRegistration.Outcome;
import org.sallyport.person.StoredPeople;
import org.sallyport.person.credential.Password;
import org.sallyport.person.link.StoredLinks;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.mail.Mail;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.ratelimit.Network;
import org.sallyport.signup.RegistrationRequests.AccountWish;

/** All that takes wishes for accounts on one node, wired by hand, but for the other thread. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class SignupDesk {
  final Store store;
  final SettableClock clock;
  final List<Mail> sent = new CopyOnWriteArrayList<>();
  private final RegistrationRequests requests = new RegistrationRequests();
  private final LinkedRegistration accounts = new LinkedRegistration();
  private String address = "192.0.2.1";

  /** What the mail server would get. */
  private final class KeptMails extends Outbox {
    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public boolean add(Mail wanted) {
      return sent.add(wanted);
    }
  }

  private SignupDesk(Store store, SettableClock clock) {
    this.store = store;
    this.clock = clock;
    var outbox = new KeptMails();
    requests.people = StoredPeople.of(store);
    requests.mails = StoredPeople.mails(store, outbox, clock);
    requests.links = StoredLinks.of(store);
    requests.quota = StoredPeople.quota(store, clock);
    requests.clock = clock;
    accounts.links = requests.links;
    accounts.registration =
        StoredPeople.registration(store, outbox, TestAuditStore.audit(store, clock), clock);
    accounts.transactions = store.transactions();
    accounts.clock = clock;
  }

  /** A desk on this store, for addresses at {@code signup.test}, beside these people. */
  static SignupDesk at(Store store, String people) {
    var desk = new SignupDesk(store, new SettableClock(StoredPeople.NOW));
    StoredPeople.apply(store, desk.clock, people);
    return desk;
  }

  /** The desk of another node, with the same clock. */
  SignupDesk onNode(Store other) {
    return new SignupDesk(other, clock);
  }

  /** From here on, people ask from this address. */
  SignupDesk from(String other) {
    address = other;
    return this;
  }

  /** Asks for an account; says whether a mail goes out. */
  boolean asks(String email, String username) {
    var account = new NewAccount(MailAddress.of(email), username, "Somebody");
    var wish = new AccountWish(account, "a-ticket", Locale.ENGLISH);
    return store.inTransaction(() -> requests.send(wish, Network.of(address)));
  }

  /** The secret part of the link that somebody gets who asks for an account. */
  String link(String email, String username) {
    asks(email, username);
    var link = sent.get(sent.size() - 1).values().getOrDefault("link", "");
    return link.substring(link.indexOf('=') + 1);
  }

  /** Uses a link to choose this username, and a password. */
  Outcome joins(String link, String username) {
    var kept = accounts.find(link);
    if (kept.isEmpty()) {
      return Outcome.TOO_LATE;
    }
    var asked = kept.get().account();
    var account = new NewAccount(asked.address(), username, asked.name());
    return accounts.join(link, account, new Password("seven quiet herons at dusk"));
  }
}
