package org.sallyport.person;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.audit.AuditEvent.CredentialAssigned;
import org.sallyport.platform.audit.AuditEvent.OfConfiguration;
import org.sallyport.platform.audit.AuditEvent.PersonChanged;
import org.sallyport.protocol.Subject;

/** What a configuration file changes of people, told by how they were before. */
final class PeopleChanges {
  private final Map<Subject, KnownPerson> before;

  private record KnownPerson(boolean enabled, @Nullable String entry, Instant credentials) {
    static KnownPerson of(Person person) {
      return new KnownPerson(
          person.enabled(), person.appliedEntry(), person.credentialsChangedAt());
    }
  }

  /** These people are as they were. */
  PeopleChanges(List<Person> people) {
    before = people.stream().collect(toMap(Person::subject, KnownPerson::of));
  }

  /** What has changed, now that these people are in the file. */
  List<OfConfiguration> until(List<Person> people) {
    var changes = new ArrayList<OfConfiguration>();
    var now = people.stream().collect(toMap(Person::subject, identity()));
    before.keySet().stream()
        .filter(subject -> !now.containsKey(subject))
        .forEach(subject -> changes.add(new PersonChanged(subject, "left")));
    people.forEach(person -> tell(person, changes));
    return changes;
  }

  private void tell(Person person, List<OfConfiguration> changes) {
    var was = before.get(person.subject());
    if (was == null) {
      changes.add(new PersonChanged(person.subject(), "joined"));
      return;
    }
    var is = KnownPerson.of(person);
    change(was, is).ifPresent(c -> changes.add(new PersonChanged(person.subject(), c)));
    if (!is.credentials().equals(was.credentials())) {
      changes.add(new CredentialAssigned(person.subject(), "password"));
    }
  }

  private static Optional<String> change(KnownPerson was, KnownPerson is) {
    if (was.enabled() != is.enabled()) {
      return Optional.of(is.enabled() ? "enabled" : "disabled");
    }
    return String.valueOf(is.entry()).equals(was.entry())
        ? Optional.empty()
        : Optional.of("changed");
  }
}
