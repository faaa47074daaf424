package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.PasswordHashing;
import org.sallyport.person.credential.policy.PasswordPolicy;
import org.sallyport.person.credential.policy.PasswordPolicy.Beside;
import org.sallyport.person.credential.policy.PasswordRefusal;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.person.profile.Username;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.PersonRegistered;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.Outbox;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.Subject;

/**
 * How people register accounts for themselves: whether they may, under which names, and the account
 * itself. It is there once the address is shown to be theirs, and has no groups.
 */
@ApplicationScoped
public class SelfRegistration {
  private static final int LONGEST_NAME = 100;
  // Those that are not reverse what stands around them, or end the line.
  private static final Pattern SHOWN =
      Pattern.compile(
          "[^\\p{Cc}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

  @Inject RegistrationSettings settings;
  @Inject Outbox outbox;
  @Inject People people;
  @Inject VerifiedAddresses addresses;
  @Inject PasswordPolicy policy;
  @Inject PasswordHashing hashing;
  @Inject Audit audit;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** What came of it. */
  public enum Outcome {
    /** The account is there. */
    JOINED,
    /** Somebody else has the username. */
    NAME_TAKEN,
    /** Somebody else has the address, or the link was used. */
    TOO_LATE
  }

  /** Whether people register here: there are domains, and mail can be sent. */
  public boolean isOn() {
    return !settings.domains().isEmpty() && outbox.isAvailable();
  }

  /** Whether an address may register. */
  public boolean takes(MailAddress address) {
    return settings.domains().contains(address.domain());
  }

  /** A name to be greeted with, if it can be one: one line of up to 100 characters. */
  public static Optional<String> name(String typed) {
    return Optional.of(typed.strip())
        .filter(name -> name.length() <= LONGEST_NAME)
        .filter(name -> SHOWN.matcher(name).matches());
  }

  /**
   * A username, if the owner of this address may have it: it is no address of somebody else, since
   * a name comes before an address when people sign in.
   */
  public static Optional<Username> username(String typed, MailAddress address) {
    var own = Username.of(address.toString());
    return Optional.of(typed.strip())
        .filter(name -> SHOWN.matcher(name).matches())
        .filter(name -> name.length() <= LONGEST_NAME || own.equals(Username.of(name)))
        .flatMap(Username::of)
        .filter(name -> name.value().indexOf('@') < 0 || own.equals(Optional.of(name)));
  }

  /** Whether nobody has the username, as it stands now. */
  public boolean isFree(Username username) {
    return people.byUsername(username).isEmpty();
  }

  /** Why this password would not be taken for the account, if it would not. */
  public Optional<PasswordRefusal> refusal(NewAccount account, Password password) {
    var known = List.of(account.username(), account.name(), account.address().toString());
    return policy.refusal(password, known, Beside.NOTHING);
  }

  /**
   * Makes the account; outside any transaction, since the password takes long to hash.
   *
   * @param also done in the same transaction, just before; prevents it by false
   */
  public Outcome join(NewAccount account, Password password, Supplier<Boolean> also) {
    return hashing.inTurn(
        Optional.empty(),
        () -> {
          var hash = PasswordHash.of(password, hashing.cost());
          return transactions.inNew(() -> join(account, hash, also));
        });
  }

  private Outcome join(NewAccount account, PasswordHash password, Supplier<Boolean> also) {
    var username = username(account.username(), account.address());
    // Whoever registers or verifies waits here, so that what is free stays so.
    if (!addresses.take(account.address()) || username.isEmpty()) {
      return Outcome.TOO_LATE;
    }
    if (!isFree(username.get())) {
      return Outcome.NAME_TAKEN;
    }
    if (!also.get()) {
      return Outcome.TOO_LATE;
    }
    var person = person(account, username.get());
    person.choosePassword(password, clock.instant());
    people.add(person);
    audit.record(new PersonRegistered(person.subject()));
    return Outcome.JOINED;
  }

  private Person person(NewAccount account, Username username) {
    var claims =
        Map.<String, Object>of(
            "name", account.name(),
            "email", account.address().toString(),
            "email_verified", true);
    var details =
        new PersonDetails(
            username,
            account.username().strip(),
            claims,
            Set.of(),
            true,
            Optional.empty(),
            Optional.empty());
    var subject = Subject.ofPerson(UUID.randomUUID().toString());
    var person = new Person(subject, details, clock.instant());
    person.account().registered();
    return person;
  }
}
