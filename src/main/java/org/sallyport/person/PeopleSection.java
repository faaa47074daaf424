package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.person.credential.GivenPassword;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.PasswordHashing;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.Subject;

/**
 * The section {@code people}. An entry is applied when it has changed, so what people changed
 * themselves stays; who is no longer there may not sign in, but is never deleted, and what they
 * held is void unless they return within the grace time.
 */
@ApplicationScoped
public class PeopleSection implements ConfigurationSection {
  @Inject People people;
  @Inject PasswordHashing hashing;
  @Inject KnownPasswords passwords;
  @Inject Settings settings;
  @Inject Audit audit;
  @Inject Clock clock;

  @Override
  public String name() {
    return "people";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void apply(ConfigValue section) {
    var entries = new PeopleEntries();
    section.eachElement().forEach(entries::read);
    var now = clock.instant();
    people.allOfTheFile().forEach(person -> person.enablement().correct(now));
    var all = people.allOfTheFile();
    var changes = new PeopleChanges(all);
    var before = all.stream().filter(Person::enabled).toList();
    var here = new HashSet<Subject>();
    // Who is named by sub first, so that a username they give up is free for the others.
    entries.all().stream()
        .sorted(Comparator.comparing(entry -> entry.subject().isEmpty()))
        .forEach(entry -> here.add(take(entry, now).subject()));
    people.allOfTheFile().stream()
        .filter(person -> !here.contains(person.subject()))
        .forEach(person -> person.leave(now));
    var disabled = before.stream().filter(person -> !person.enabled()).count();
    settings.changes().refuseMassDisable(name(), disabled, before.size());
    audit.recordAll(changes.until(people.allOfTheFile()));
  }

  private Person take(PeopleEntry entry, Instant now) {
    var person = known(entry, now).orElseGet(() -> join(entry, now));
    var changed = !entry.digest().equals(person.appliedEntry());
    if (changed) {
      describe(person, entry, now);
    } else {
      // An earlier version kept no address.
      person.takeAgain(entry.profile(), now);
    }
    if (!person.hasRowsOfGroups()) {
      // An earlier version kept no rows.
      var groups = people.groups(person.account().source(), entry.profile().groups(), now);
      person.takeRows(groups);
    }
    entry
        .password()
        .filter(given -> changed || given.clear().isPresent())
        .filter(given -> !person.choseOwnPassword() && !isUnreadable(person))
        .ifPresent(given -> assign(given, person, now));
    return person;
  }

  // A hash of a form that this version does not know is not thrown away.
  private static boolean isUnreadable(Person person) {
    var row = person.passwordRow();
    return row.filter(r -> !PasswordHash.isReadable(r.verifier())).isPresent();
  }

  private void describe(Person person, PeopleEntry entry, Instant now) {
    var before = person.signInName();
    person.take(entry.profile(), now, settings.changes().leaveGrace());
    person.askForOtherPassword(entry.onboarding().passwordChange());
    person.account().wantInvitation(entry.onboarding().invite());
    person.remember(entry.digest());
    if (!person.signInName().equals(before)) {
      people.flush();
    }
  }

  private void assign(GivenPassword given, Person person, Instant now) {
    if (given.clear().filter(clear -> passwords.isOf(clear, person)).isPresent()) {
      return;
    }
    if (person.passwordRow().filter(given::isKeptAs).isEmpty()) {
      person.assignPassword(given.hash(hashing.cost()), now);
    }
    given
        .clear()
        .ifPresentOrElse(
            clear -> passwords.keep(clear, person), () -> person.keepPasswordMac(null));
  }

  private Optional<Person> known(PeopleEntry entry, Instant now) {
    var named = new NamedPerson(people.written(entry.profile().username()), now);
    return entry.subject().isPresent()
        ? ofSubject(entry, entry.subject().get(), named)
        : ofUsername(entry, named);
  }

  private Optional<Person> ofSubject(PeopleEntry entry, Subject subject, NamedPerson named) {
    var other = named.person().filter(person -> !person.subject().equals(subject));
    if (other.isPresent()) {
      if (!entry.anew()) {
        throw entry
            .place()
            .wrong(
                "has the username of someone with another sub, " + other.get().subject(),
                "write their sub, or \"new\": true");
      }
      give(other.get(), named.now());
    }
    return people.find(subject);
  }

  // A username is not handed on in silence: who it was may be somebody else by now.
  private Optional<Person> ofUsername(PeopleEntry entry, NamedPerson named) {
    var grace = settings.changes().leaveGrace();
    var known = named.person();
    if (known.filter(person -> person.account().isRegistered()).isPresent() && !entry.anew()) {
      throw entry
          .place()
          .wrong(
              "has the username of someone who registered it, " + known.get().subject(),
              "choose another, or write \"new\": true to take it from them");
    }
    if (known.isEmpty() || (named.isStillHere(grace) && entry.anew() == known.get().joinedAnew())) {
      return known;
    }
    if (entry.anew()) {
      give(known.get(), named.now());
      return Optional.empty();
    }
    if (named.isStillHere(grace)) {
      return known;
    }
    throw entry
        .place()
        .wrong(
            "has the username of someone who left the file at "
                + known.get().leftAt().orElseThrow(),
            "write \"sub\": \"%s\" for the same person, or \"new\": true for another"
                .formatted(known.get().subject()));
  }

  private void give(Person old, Instant now) {
    old.leave(now);
    old.giveUpUsername();
    people.flush();
  }

  private Person join(PeopleEntry entry, Instant now) {
    var subject = entry.subject().orElseGet(() -> Subject.ofPerson(UUID.randomUUID().toString()));
    var person = new Person(subject, entry.profile(), now);
    if (entry.anew()) {
      person.joinAnew();
    }
    people.add(person);
    return person;
  }

  /** Who has a username now. */
  private record NamedPerson(Optional<Person> person, Instant now) {
    boolean isStillHere(Duration grace) {
      return person
          .filter(p -> p.leftAt().isEmpty() || p.enablement().leftRecently(now, grace))
          .isPresent();
    }
  }
}
