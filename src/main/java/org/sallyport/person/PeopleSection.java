package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.Node;
import org.sallyport.protocol.Subject;

/**
 * The section {@code people}. An entry is applied when it has changed, so what people changed
 * themselves stays; who is no longer there may not sign in, but is never deleted.
 */
@ApplicationScoped
public class PeopleSection implements ConfigurationSection {
  @Inject People people;
  @Inject Hashing hashing;
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
  public void apply(Node section) {
    var entries = section.elements().stream().map(Entry::read).toList();
    refuseRepeated(entries);
    var now = clock.instant();
    var here = new HashSet<Subject>();
    entries.forEach(entry -> here.add(take(entry, now).subject()));
    people.allOfTheFile().stream()
        .filter(person -> !here.contains(person.subject()))
        .forEach(person -> person.leave(now));
  }

  private Person take(Entry entry, Instant now) {
    var person = known(entry).orElseGet(() -> join(entry, now));
    var changed = !person.remembers(entry.digest());
    if (changed) {
      person.describe(entry.profile(), now);
      person.remember(entry.digest());
    }
    entry
        .password()
        .filter(given -> changed || given.isInClear())
        .filter(given -> !person.choseOwnPassword())
        .filter(given -> person.password().filter(given::isKeptAs).isEmpty())
        .ifPresent(given -> person.assignPassword(given.hash(hashing.cost()), now));
    return person;
  }

  private Optional<Person> known(Entry entry) {
    var named = people.byUsername(entry.profile().username());
    if (entry.subject().isEmpty()) {
      return named;
    }
    var subject = entry.subject().get();
    if (named.filter(person -> !person.subject().equals(subject)).isPresent()) {
      throw entry
          .place()
          .wrong("has the username of someone with another sub", "write their sub, or none");
    }
    return people.find(subject);
  }

  private Person join(Entry entry, Instant now) {
    var subject = entry.subject().orElseGet(() -> Subject.ofPerson(UUID.randomUUID().toString()));
    var person = new Person(subject, entry.profile(), now);
    people.add(person);
    return person;
  }

  private static void refuseRepeated(List<Entry> entries) {
    var names = new HashSet<Username>();
    Set<Subject> subjects = new HashSet<>();
    for (var entry : entries) {
      if (!names.add(entry.profile().username())) {
        throw entry.place().wrong("has a username that stands above", "give each their own");
      }
      if (!entry.subject().map(subjects::add).orElse(true)) {
        throw entry.place().wrong("has a sub that stands above", "give each their own");
      }
    }
  }
}
