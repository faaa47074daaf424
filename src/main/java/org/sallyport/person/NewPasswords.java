package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.PasswordHashing;
import org.sallyport.person.credential.policy.PasswordPolicy;
import org.sallyport.person.credential.policy.PasswordPolicy.Beside;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.person.credential.policy.PasswordRefusal.Reason;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.PasswordChanged;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.Subject;

/**
 * How a person chooses another password: it is judged by the policy, hashed in turn, and kept
 * unless another one was chosen meanwhile. Sessions and grants from before are void then.
 */
@ApplicationScoped
public class NewPasswords {
  // What is known of a person and makes no password harder to guess.
  private static final List<String> NAMES =
      List.of("name", "given_name", "family_name", "middle_name", "nickname", "email");

  @Inject People people;
  @Inject PasswordPolicy policy;
  @Inject PasswordHashing hashing;
  @Inject Audit audit;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * Gives a person another password; outside any transaction, since it takes long to hash.
   *
   * @param seen when the password was last changed, as far as whoever chooses knows
   * @return why it was not taken, if it was not
   */
  public Optional<PasswordRefusal> choose(Subject subject, Instant seen, Password password) {
    return choose(subject, seen, password, owner -> true);
  }

  /**
   * The same, together with something else.
   *
   * @param also done in the same transaction, just before the change; prevents it by false
   */
  public Optional<PasswordRefusal> choose(
      Subject subject, Instant seen, Password password, Predicate<Person> also) {
    var owner = transactions.inNew(() -> owner(subject));
    var refusal = policy.refusal(password, owner.known(), Beside.NOTHING);
    if (refusal.isPresent()) {
      return refusal;
    }
    return hashing
        .inTurn(owner.hash(), () -> hashed(password, owner.hash()))
        .map(fresh -> transactions.inNew(() -> keep(subject, seen, fresh, also)))
        .orElseGet(() -> Optional.of(new PasswordRefusal(Reason.UNCHANGED, 0)));
  }

  /** How many characters a password needs at least. */
  public int least() {
    return policy.least(Beside.NOTHING);
  }

  private record KnownWords(Optional<PasswordHash> hash, List<String> known) {}

  private KnownWords owner(Subject subject) {
    var person = people.find(subject).orElseThrow();
    var known = new ArrayList<>(List.of(person.username()));
    var claims = person.claims();
    NAMES.forEach(name -> claims.text(name).ifPresent(known::add));
    return new KnownWords(person.password(), known);
  }

  // Nothing where it is the password of before.
  private Optional<PasswordHash> hashed(Password password, Optional<PasswordHash> before) {
    return before.filter(hash -> hash.matches(password)).isPresent()
        ? Optional.empty()
        : Optional.of(PasswordHash.of(password, hashing.cost()));
  }

  // The audit has it, or it is not done.
  private void change(Person person, PasswordHash fresh) {
    person.choosePassword(fresh, clock.instant());
    audit.record(new PasswordChanged(person.subject()));
  }

  // What is done besides comes first, so that nothing has changed where it fails.
  private Optional<PasswordRefusal> keep(
      Subject subject, Instant seen, PasswordHash fresh, Predicate<Person> also) {
    var person =
        people.locked(subject).filter(p -> p.credentialsChangedAt().equals(seen)).filter(also);
    person.ifPresent(p -> change(p, fresh));
    return person.isPresent()
        ? Optional.empty()
        : Optional.of(new PasswordRefusal(Reason.OUTDATED, 0));
  }
}
