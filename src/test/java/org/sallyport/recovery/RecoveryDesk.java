package org.sallyport.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sallyport.SettableClock;
import org.sallyport.grant.TestGrants;
import org.sallyport.person.NewAccount;
import org.sallyport.person.Person;
import org.sallyport.person.PersonMails;
import org.sallyport.person.SelfRegistration;
import org.sallyport.person.SelfRegistration.Outcome;
import org.sallyport.person.StoredPeople;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.TestHashing;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.person.link.LinkPurpose;
import org.sallyport.person.link.LiveLink;
import org.sallyport.person.link.NewLink;
import org.sallyport.person.link.StoredLinks;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.mail.Mail;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.persistence.Store;
import org.sallyport.protocol.Subject;
import org.sallyport.recovery.LinkedAddress.LinkState;
import org.sallyport.recovery.LinkedPassword.MailedLink;
import org.sallyport.session.StoredSessions;

/** All that takes links of mails on one node, wired by hand, with Alice and Bob. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class RecoveryDesk {
  static final Instant NOW = StoredPeople.NOW;

  private static final String PEOPLE =
      """
      [{"username": "alice", "password": "the first one of alice", "email": "alice@example.test"},
       {"username": "bob", "password": "the first one of bob", "email": "bob@example.test",
        "email_verified": true}]
      """;

  final Store store;
  final SettableClock clock;
  final List<Mail> sent = new CopyOnWriteArrayList<>();
  final PersonMails mails;
  private final LinkedPassword passwords = new LinkedPassword();
  private final LinkedAddress addresses = new LinkedAddress();
  private final AccountRescue rescue = new AccountRescue();
  private final SelfRegistration registration;

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

  private RecoveryDesk(Store store, SettableClock clock) {
    this.store = store;
    this.clock = clock;
    var audit = TestAuditStore.audit(store, clock);
    var outbox = new KeptMails();
    mails = StoredPeople.mails(store, outbox, clock);
    registration = StoredPeople.registration(store, outbox, audit, clock);
    passwords.links = StoredLinks.of(store);
    passwords.people = StoredPeople.of(store);
    passwords.passwords = StoredPeople.newPasswords(store, audit, clock);
    passwords.addresses = StoredPeople.addresses(store);
    passwords.mails = mails;
    passwords.access = TestGrants.accessEnds(store, clock);
    passwords.transactions = store.transactions();
    passwords.audit = audit;
    passwords.clock = clock;
    addresses.links = passwords.links;
    addresses.people = passwords.people;
    addresses.addresses = passwords.addresses;
    addresses.mails = mails;
    addresses.transactions = store.transactions();
    addresses.audit = audit;
    addresses.clock = clock;
    rescue.links = passwords.links;
    rescue.people = passwords.people;
    rescue.addresses = passwords.addresses;
    rescue.mails = mails;
    rescue.hashing = TestHashing.cheap(Map.of());
    rescue.access = passwords.access;
    rescue.transactions = store.transactions();
    rescue.audit = audit;
    rescue.clock = clock;
  }

  /** A desk on this store, into which both people have come now. */
  static RecoveryDesk at(Store store) {
    var desk = new RecoveryDesk(store, new SettableClock(NOW));
    StoredPeople.apply(store, desk.clock, PEOPLE);
    return desk;
  }

  /** The desk of another node, with the same clock. */
  RecoveryDesk onNode(Store other) {
    return new RecoveryDesk(other, clock);
  }

  /** Sends a person a link to an address; gives its secret part. */
  String link(LinkPurpose purpose, String username, String to) {
    return store.inTransaction(
        () -> {
          var person = managed(username);
          var has = person.email().text();
          var kept = purpose == LinkPurpose.EMAIL_CHANGE ? has : "";
          var link = new NewLink(purpose, person.subject(), MailAddress.of(to), kept);
          mails.send(link, person, Locale.ENGLISH);
          return token(sent.get(sent.size() - 1));
        });
  }

  /** Sends a link to somebody who wants an account; gives its secret part. */
  String registrationLink(String to) {
    var subject = new Subject("registration:" + to);
    var link = new NewLink(LinkPurpose.REGISTRATION, subject, MailAddress.of(to), "");
    return store.inTransaction(() -> passwords.links.issue(link, clock.instant()));
  }

  /** Whether an account is made by a link, under the address that the link went to. */
  boolean registers(String token) {
    var purpose = LinkPurpose.REGISTRATION;
    var found = store.inTransaction(() -> passwords.links.find(purpose, token, clock.instant()));
    return found
        .flatMap(LiveLink::to)
        .map(address -> new NewAccount(address, address.toString(), "Somebody"))
        .filter(
            account ->
                registration.join(
                        account,
                        new Password("herons at dusk, seven"),
                        () -> passwords.links.use(purpose, token, clock.instant()))
                    == Outcome.JOINED)
        .isPresent();
  }

  /** Changes the address of a person by a link; gives the link that undoes it. */
  String changes(String username, String to) {
    confirm(LinkPurpose.EMAIL_CHANGE, link(LinkPurpose.EMAIL_CHANGE, username, to));
    return token(newest("not-me").orElseThrow());
  }

  LinkState view(LinkPurpose purpose, String token) {
    return addresses.view(new MailedLink(purpose, token)).state();
  }

  LinkState confirm(LinkPurpose purpose, String token) {
    return addresses.confirm(new MailedLink(purpose, token), Locale.ENGLISH);
  }

  boolean rescue(String token) {
    return rescue.rescue(token, Locale.ENGLISH);
  }

  boolean isRescue(String token) {
    return rescue.address(token).isPresent();
  }

  /** Whether a password is taken by this link. */
  boolean chooses(LinkPurpose purpose, String token, String password) {
    var mailed = new MailedLink(purpose, token);
    var holder = passwords.holder(mailed);
    Optional<PasswordRefusal> refusal =
        holder.isEmpty()
            ? Optional.empty()
            : passwords.choose(mailed, holder.get(), new Password(password), Locale.ENGLISH);
    return holder.isPresent() && refusal.isEmpty();
  }

  /** Whether this is the password of a person. */
  boolean signsIn(String username, Password password) {
    return person(username).password().orElseThrow().matches(password);
  }

  /** The newest mail of a kind. */
  Optional<Mail> newest(String kind) {
    return sent.stream().filter(mail -> mail.kind().equals(kind)).reduce((one, next) -> next);
  }

  /** The secret part of the link of a mail. */
  static String token(Mail mail) {
    var link = mail.values().getOrDefault("link", "");
    return link.substring(link.indexOf('=') + 1);
  }

  /** The person with this name, as they are now. */
  Person person(String username) {
    return store.inTransaction(() -> managed(username));
  }

  private Person managed(String username) {
    return StoredPeople.of(store).byUsername(username).orElseThrow();
  }

  /** The address of a person. */
  String address(String username) {
    return person(username).email().text();
  }

  /** Begins a session of a person, as a sign-in does. */
  void signsIn(String username, String session) {
    var now = "timestamp with time zone '" + clock.instant() + "'";
    store.sql(
        "insert into browser_session (id_hash, sid, subject, authenticated_at, acr, amr,"
            + " created_at, last_seen_at, expires_at, user_agent, address)"
            + " values ('hash %1$s', '%1$s', '%2$s', %3$s, 'urn:pwd', 'pwd', %3$s, %3$s,"
                .formatted(session, person(username).subject(), now)
            + " timestamp with time zone '2030-01-01 00:00:00+00', '', '')");
  }

  /** How many sessions of a person are alive. */
  long sessions(String username) {
    var subject = person(username).subject();
    return store.inTransaction(() -> StoredSessions.of(store, clock).of(subject).size());
  }
}
