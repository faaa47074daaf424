package org.sallyport.person;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.persistence.Store;
import org.sallyport.protocol.Subject;

/** Everything that a sign-in takes, put together on a store, with Alice in it. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
record SignInDesk(Store store, SignIns signIns) {
  static final Instant NOW = StoredPeople.NOW;
  static final Subject ALICE = Subject.ofPerson("alice-1");
  static final String RIGHT = "correct horse";

  /** A desk whose clock stands still. */
  static SignInDesk at(Store store) {
    return at(store, Map.of());
  }

  /** A desk with these settings, but cheap hashes. */
  static SignInDesk at(Store store, Map<String, String> values) {
    var signIns = new SignIns();
    signIns.hashing = TestHashing.cheap(values);
    signIns.people = StoredPeople.of(store);
    signIns.failures = new SignInFailures();
    signIns.failures.em = store.em();
    signIns.failures.transactions = store.transactions();
    signIns.failures.reserve = new AttemptReserve();
    signIns.failures.reserve.em = store.em();
    signIns.transactions = store.transactions();
    signIns.devices = new KnownDevices();
    signIns.devices.mac = new TestMac((byte) 1);
    signIns.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new SignInDesk(store, signIns);
  }

  /** The same desk, so many seconds later. */
  SignInDesk later(long seconds) {
    signIns.clock = Clock.offset(signIns.clock, java.time.Duration.ofSeconds(seconds));
    return this;
  }

  /** Lets a person join, with the password {@link #RIGHT}. */
  SignInDesk with(Subject subject, String username, boolean enabled) {
    var details = StoredPeople.details(username, enabled);
    StoredPeople.add(store, subject, details, new Password(RIGHT));
    return this;
  }

  SignInVerdict tries(String username, String password) {
    return tries(username, password, "192.0.2.1", Optional.empty());
  }

  SignInVerdict tries(String username, String password, String address, Optional<String> device) {
    return signIns.judge(new SignInAttempt(username, new Password(password), address, device));
  }
}
