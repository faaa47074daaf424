package org.sallyport.person;

import static org.sallyport.person.Counter.Kind.ACCOUNT;
import static org.sallyport.person.Counter.Kind.ACCOUNT_AT_ADDRESS;
import static org.sallyport.person.Counter.Kind.ADDRESS;
import static org.sallyport.person.Counter.Kind.DEVICE;
import static org.sallyport.person.Counter.Kind.EVERYWHERE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sallyport.person.KnownDevices.Owner;
import org.sallyport.person.SignInVerdict.Accepted;
import org.sallyport.person.SignInVerdict.Refused;
import org.sallyport.person.SignInVerdict.Throttled;
import org.sallyport.platform.http.Network;
import org.sallyport.platform.persistence.StoredTime;
import org.sallyport.platform.persistence.Transactions;

/**
 * Tries to sign in, judged. A try is counted before its password is hashed, so that any number made
 * at once all count; a fault is no verdict and is not counted.
 */
@ApplicationScoped
public class SignIns {
  @Inject People people;
  @Inject SignInFailures failures;
  @Inject KnownDevices devices;
  @Inject Hashing hashing;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** Judges a try; outside any transaction, since a password takes long to hash. */
  public SignInVerdict judge(SignInAttempt attempt) {
    var person = transactions.inNew(() -> people.byUsername(attempt.username()));
    var counters = counters(attempt, person);
    // Who has to wait anyway need not stand in the queue first.
    var delay =
        hashing.isFull() ? failures.delay(counters, clock.instant()) : Optional.<Duration>empty();
    if (delay.isPresent()) {
      return new Throttled(delay.get(), person.map(Person::subject));
    }
    var verdict = hashing.inTurn(() -> inTurn(attempt.password(), person, counters));
    if (verdict instanceof Accepted) {
      failures.succeeded(counters);
    }
    return verdict;
  }

  private SignInVerdict inTurn(Password password, Optional<Person> person, List<Counter> counters) {
    var delay = failures.admit(counters, clock.instant());
    if (delay.isPresent()) {
      return new Throttled(delay.get(), person.map(Person::subject));
    }
    try {
      var verdict = check(password, person);
      if (verdict instanceof Refused) {
        failures.failed(counters, clock.instant());
      }
      return verdict;
    } catch (RuntimeException | Error fault) {
      failures.takeBack(counters, fault);
      throw fault;
    }
  }

  private SignInVerdict check(Password password, Optional<Person> person) {
    var hash = person.flatMap(Person::password);
    // Nobody's password takes as long to check as somebody's.
    var right =
        hash.map(h -> h.matches(password))
            .orElseGet(() -> PasswordHash.matchesNobody(password, hashing.cost()));
    var disabled = person.filter(p -> !p.enabled()).isPresent();
    if (!right || disabled) {
      return new Refused(person.map(Person::subject), disabled);
    }
    // Else every session would count as begun before the change, for as long as it lies ahead.
    if (StoredTime.isAhead(person.get().credentialsChangedAt(), clock.instant())) {
      transactions.inNew(() -> people.dateChange(person.get(), clock.instant()));
    }
    hash.filter(h -> !h.cost().equals(hashing.cost()))
        .ifPresent(old -> rehash(person.get(), password));
    return new Accepted(person.get());
  }

  private void rehash(Person person, Password password) {
    var fresh = PasswordHash.of(password, hashing.cost());
    transactions.inNew(() -> people.rehash(person, fresh));
  }

  private List<Counter> counters(SignInAttempt attempt, Optional<Person> person) {
    var account = Username.of(attempt.username()).map(Username::value).orElse("");
    return person
        .flatMap(p -> attempt.device().flatMap(d -> devices.id(d, Owner.of(p))))
        .map(device -> List.of(Counter.of(DEVICE, device + "\n" + account)))
        .orElseGet(() -> fromAnywhere(account, Network.of(attempt.address())));
  }

  private static List<Counter> fromAnywhere(String account, String network) {
    return List.of(
        Counter.of(ACCOUNT, account),
        Counter.of(ACCOUNT_AT_ADDRESS, account + "\n" + network),
        Counter.of(ADDRESS, network),
        Counter.of(EVERYWHERE, ""));
  }
}
