package org.sallyport.person;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.keys.TestKeys;
import org.sallyport.person.credential.Argon2Cost;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.TestHashing;
import org.sallyport.person.credential.policy.TestPolicy;
import org.sallyport.person.link.StoredLinks;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.person.profile.Username;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.TestTurns;
import org.sallyport.platform.sweep.TestUsedOnce;
import org.sallyport.protocol.Subject;

/** The people of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredPeople {
  /** When people join. */
  public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private static final String JOINED = "timestamp with time zone '2025-01-01 00:00:00+00'";

  private static final MasterKey MASTER = TestKeys.master();

  private StoredPeople() {}

  /** The people of this store. */
  public static People of(Store store) {
    var people = new People();
    people.em = store.em();
    return people;
  }

  /** Applies a section {@code people}, at this time. */
  public static void apply(Store store, Clock clock, String section) {
    apply(store, clock, MASTER, section);
  }

  /** Applies a section {@code people}, at this time, on a node with this master key. */
  static void apply(Store store, Clock clock, MasterKey master, String section) {
    var people = section(store, clock, master);
    store.run(() -> people.apply(ConfigValue.parse("people", section)));
  }

  /** The section {@code people} on a node with this master key. */
  static PeopleSection section(Store store, Clock clock, MasterKey master) {
    var people = new PeopleSection();
    people.people = of(store);
    people.hashing = TestHashing.cheap(Map.of());
    people.passwords = passwords(master);
    people.settings = TestSettings.standard();
    people.audit = TestAuditStore.audit(store, clock);
    people.clock = clock;
    return people;
  }

  /** What sees to it that an address is verified once. */
  public static VerifiedAddresses addresses(Store store) {
    var addresses = new VerifiedAddresses();
    addresses.people = of(store);
    addresses.lock = TestTurns.in(store);
    return addresses;
  }

  /** How many mails may go out. */
  public static MailQuota quota(Store store, Clock clock) {
    var quota = new MailQuota();
    quota.usedOnce = TestUsedOnce.in(store);
    quota.clock = clock;
    return quota;
  }

  /** How people with addresses at {@code signup.test} register. */
  public static SelfRegistration registration(
      Store store, Outbox outbox, Audit audit, Clock clock) {
    var registration = new SelfRegistration();
    registration.settings =
        TestSettings.read(
            new RegistrationSettings(), Map.of("registration.domains", "signup.test"));
    registration.outbox = outbox;
    registration.people = of(store);
    registration.addresses = addresses(store);
    registration.policy = TestPolicy.with(Map.of());
    registration.hashing = TestHashing.cheap(Map.of());
    registration.audit = audit;
    registration.transactions = store.transactions();
    registration.clock = clock;
    return registration;
  }

  /** The mails to people, which go into this outbox. */
  public static PersonMails mails(Store store, Outbox outbox, Clock clock) {
    var mails = new PersonMails();
    mails.links = StoredLinks.of(store);
    mails.outbox = outbox;
    mails.settings = TestSettings.standard();
    mails.clock = clock;
    return mails;
  }

  /** How people choose other passwords, hashed at little cost. */
  public static NewPasswords newPasswords(Store store, Audit audit, Clock clock) {
    var passwords = new NewPasswords();
    passwords.people = of(store);
    passwords.policy = TestPolicy.with(Map.of());
    passwords.hashing = TestHashing.cheap(Map.of());
    passwords.audit = audit;
    passwords.transactions = store.transactions();
    passwords.clock = clock;
    return passwords;
  }

  /** The passwords that a node with this master key knows again. */
  static KnownPasswords passwords(MasterKey master) {
    var passwords = new KnownPasswords();
    passwords.master = () -> master;
    return passwords;
  }

  /** What is said of a person of whom there is no more than a username. */
  public static PersonDetails details(String username, boolean enabled) {
    var name = Username.of(username).orElseThrow();
    return new PersonDetails(
        name, username, Map.of(), Set.of(), enabled, Optional.empty(), Optional.empty());
  }

  /** A person of no store who has these claims, and may have to choose another password. */
  public static Person person(
      Map<String, Object> claims, Optional<Instant> expiresAt, boolean passwordChange) {
    var name = Username.of("alice").orElseThrow();
    var details =
        new PersonDetails(name, "alice", claims, Set.of(), true, expiresAt, Optional.empty());
    var person = new Person(new Subject("alice-1"), details, NOW);
    person.askForOtherPassword(passwordChange);
    return person;
  }

  /** Lets a person join with this password, at {@link #NOW}. */
  public static void add(Store store, Subject subject, PersonDetails details, Password password) {
    var person = new Person(subject, details, NOW);
    person.assignPassword(PasswordHash.of(password, new Argon2Cost(64, 1, 1)), NOW);
    store.run(() -> of(store).add(person));
  }

  /** Lets the person of this subject join, with the same sign-in name. */
  public static void join(Store store, String subject) {
    store.sql(
        "insert into person (subject, username, display_username, password_set_by,"
            + " credentials_changed_at, claims, user_groups, enabled, created_at, changed_at)"
            + " values ('%1$s', '%1$s', '%1$s', 'file', %2$s,".formatted(subject, JOINED)
            + " '{\"name\": \"Alice Example\", \"email\": \"alice@example.test\"}',"
            + " 'staff', true, %1$s, %1$s)".formatted(JOINED));
  }
}
