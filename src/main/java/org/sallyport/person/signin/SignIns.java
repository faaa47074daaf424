package org.sallyport.person.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sallyport.person.DisabledReason;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.PasswordHashing;
import org.sallyport.person.profile.Username;
import org.sallyport.person.signin.KnownDevices.Owner;
import org.sallyport.person.signin.SignInVerdict.Accepted;
import org.sallyport.person.signin.SignInVerdict.Refused;
import org.sallyport.person.signin.SignInVerdict.Throttled;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.platform.transaction.Transactions;

/**
 * Tries to sign in, judged. A try is counted before its password is hashed, so that any number made
 * at once all count; a fault is no verdict and is not counted.
 */
@ApplicationScoped
public class SignIns {
  @Inject People people;
  @Inject SignInFailures failures;
  @Inject KnownDevices devices;
  @Inject PasswordHashing hashing;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** Judges a try; outside any transaction, since a password takes long to hash. */
  public SignInVerdict judge(SignInAttempt attempt) {
    var person = transactions.inNew(() -> people.bySignInName(attempt.username()));
    var hash = person.flatMap(Person::password);
    var tried = tried(attempt, person);
    // Who has to wait anyway need not stand in the queue first.
    var delay =
        hashing.isFull(hash) ? failures.delay(tried, clock.instant()) : Optional.<Duration>empty();
    if (delay.isPresent()) {
      return new Throttled(delay.get(), person.map(Person::subject));
    }
    var judged = hashing.inTurn(hash, () -> inTurn(attempt.password(), person, tried));
    if (judged.verdict() instanceof Accepted) {
      failures.succeeded(judged.counted());
    }
    return judged.verdict();
  }

  private record Judged(SignInVerdict verdict, List<FailureCounter> counted) {}

  private Judged inTurn(Password password, Optional<Person> person, CountedAttempt tried) {
    var admission = failures.admit(tried, clock.instant());
    var counted = admission.counted();
    if (admission.delay().isPresent()) {
      var delay = admission.delay().get();
      return new Judged(new Throttled(delay, person.map(Person::subject)), counted);
    }
    try {
      var verdict = check(password, person);
      if (verdict instanceof Refused) {
        failures.failed(counted, clock.instant());
      }
      return new Judged(verdict, counted);
    } catch (RuntimeException | Error fault) {
      failures.takeBack(counted, fault);
      throw fault;
    }
  }

  private SignInVerdict check(Password password, Optional<Person> person) {
    var hash = person.flatMap(Person::password);
    // Nobody's password takes as long to check as somebody's.
    var right =
        hash.map(h -> matches(h, password))
            .orElseGet(() -> PasswordHash.matchesNobody(password, hashing.cost()));
    var disabled = person.flatMap(p -> DisabledReason.of(p, clock.instant()));
    if (!right || disabled.isPresent()) {
      return new Refused(person.map(Person::subject), disabled);
    }
    // Else every session would count as begun before the change, for as long as it lies ahead.
    if (StoredTime.isAhead(person.get().credentialsChangedAt(), clock.instant())) {
      transactions.inNew(() -> people.dateChange(person.get(), clock.instant()));
    }
    hash.filter(h -> !h.isOf(hashing.cost())).ifPresent(old -> rehash(person.get(), password));
    return new Accepted(person.get());
  }

  // A wrong password takes as long as nobody's even where the hash of another system is cheap.
  private boolean matches(PasswordHash hash, Password password) {
    var cost = hashing.cost();
    return hash.matches(password)
        || (hash.isForeign() && !hash.isCostly(cost) && PasswordHash.matchesNobody(password, cost));
  }

  private void rehash(Person person, Password password) {
    var fresh = PasswordHash.of(password, hashing.cost());
    transactions.inNew(() -> people.rehash(person, fresh));
  }

  private CountedAttempt tried(SignInAttempt attempt, Optional<Person> person) {
    // By whichever of their names somebody is tried, it is one account.
    var account =
        person
            .map(Person::signInName)
            .or(() -> Username.of(attempt.username()))
            .map(Username::value)
            .orElse("");
    return person
        .flatMap(p -> attempt.device().flatMap(d -> devices.id(d, Owner.of(p))))
        .map(device -> CountedAttempt.with(device, account))
        .orElseGet(() -> CountedAttempt.from(attempt.address(), account));
  }
}
