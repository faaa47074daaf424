package org.sallyport.person.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.sallyport.person.StoredPeople;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.TestHashing;
import org.sallyport.platform.persistence.Store;
import org.sallyport.protocol.Subject;

/** Everything that a sign-in takes, put together on a store, with Alice in it. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public record SignInDesk(Store store, SignIns signIns) {
  public static final Instant NOW = StoredPeople.NOW;
  public static final Subject ALICE = Subject.ofPerson("alice-1");
  public static final String RIGHT = "correct horse";

  /** A desk whose clock stands still. */
  public static SignInDesk at(Store store) {
    return at(store, Map.of());
  }

  /** A desk with these settings, but cheap hashes. */
  public static SignInDesk at(Store store, Map<String, String> values) {
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
  public SignInDesk later(long seconds) {
    signIns.clock = Clock.offset(signIns.clock, java.time.Duration.ofSeconds(seconds));
    return this;
  }

  /** Lets a person join, with the password {@link #RIGHT}. */
  public SignInDesk with(Subject subject, String username, boolean enabled) {
    var details = StoredPeople.details(username, enabled);
    StoredPeople.add(store, subject, details, new Password(RIGHT));
    return this;
  }

  public SignInVerdict tries(String username, String password) {
    return tries(username, password, "192.0.2.1", Optional.empty());
  }

  public SignInVerdict tries(
      String username, String password, String address, Optional<String> device) {
    return signIns.judge(new SignInAttempt(username, new Password(password), address, device));
  }
}
