package org.sallyport.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.profile.Username;
import org.sallyport.person.state.EmailState;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.runtime.Lazy;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Subject;

/** All people; read from the database each time, since nobody may act on a stale account. */
@ApplicationScoped
public class People {
  private static final String ALONE = "select p from Person p";
  private static final String WITH_CREDENTIALS = ALONE + " left join fetch p.credentials";

  // Of those that have an address, where one alone would count.
  private static final int MOST_AT_AN_ADDRESS = 100;

  @Inject EntityManager em;

  /** The person with this subject. */
  public Optional<Person> find(Subject subject) {
    return Optional.ofNullable(em.find(Person.class, subject.value()));
  }

  /** The person with this subject, as far as tokens are concerned: a smaller part of the row. */
  public Optional<TokenSubject> tokenSubject(Subject subject) {
    var found = Optional.ofNullable(em.find(TokenSubject.class, subject.value()));
    found
        .filter(ResourceOwner::needsRowsOfGroups)
        .ifPresent(s -> s.readNamesOfRows(new Lazy<>(() -> namesOfGroups(subject))));
    return found;
  }

  private List<String> namesOfGroups(Subject subject) {
    return em.createQuery(
            "select g.name from Person p join p.groupRows g where p.subject = :subject",
            String.class)
        .setParameter("subject", subject.value())
        .getResultList();
  }

  /** The person with this sign-in name, in whatever spelling. */
  @Transactional
  public Optional<Person> byUsername(String typed) {
    return Username.of(typed).flatMap(this::byUsername);
  }

  /**
   * Who signs in by this: the person with this sign-in name, or else the one who has verified this
   * mail address; nobody if several have. Both are looked for in any case, so that the time tells
   * nothing.
   */
  @Transactional
  public Optional<Person> bySignInName(String typed) {
    var named = byUsername(typed);
    var verified = MailAddress.find(typed.strip()).map(this::verified).flatMap(People::one);
    return named.or(() -> verified);
  }

  /** The same; or else the person who has this address unverified, if one alone has it. */
  public Optional<Person> byNameOrAddress(String typed) {
    return bySignInName(typed)
        .or(() -> MailAddress.find(typed.strip()).map(this::having).flatMap(People::one));
  }

  /** Whether somebody else has verified the address, or signs in by it as their name. */
  boolean isTaken(Person person, MailAddress address) {
    return holders(address).anyMatch(other -> !other.subject().equals(person.subject()));
  }

  /** Whether nobody has verified the address, or signs in by it as their name. */
  boolean isFree(MailAddress address) {
    return holders(address).findAny().isEmpty();
  }

  private Stream<Person> holders(MailAddress address) {
    return Stream.concat(
        byUsername(address.toString()).stream(),
        verified(address).stream().filter(Person::enabled));
  }

  private static Optional<Person> one(List<Person> people) {
    var enabled = people.stream().filter(Person::enabled).toList();
    var meant = enabled.isEmpty() ? people : enabled;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private List<Person> verified(MailAddress address) {
    return at(WITH_CREDENTIALS, address, " and p.email.emailVerifiedAt is not null")
        .getResultList();
  }

  private List<Person> having(MailAddress address) {
    return at(ALONE, address, "").setMaxResults(MOST_AT_AN_ADDRESS).getResultList();
  }

  private TypedQuery<Person> at(String people, MailAddress address, String also) {
    return em.createQuery(people + " where p.email.email = :email" + also, Person.class)
        .setParameter("email", EmailState.kept(address));
  }

  /** Keeps the day of a sign-in and, for a person who chose none, the language of its page. */
  public void keepSignIn(Person person, LocalDate day, Locale language) {
    em.createQuery(
            "update Person p set p.account.lastSignedInOn = :day,"
                + " p.preferences.language = case"
                + " when p.preferences.languageChosen = true"
                + " then p.preferences.language else :language end"
                + " where p.subject = :subject")
        .setParameter("day", day)
        .setParameter("language", language.toLanguageTag())
        .setParameter("subject", person.subject().value())
        .executeUpdate();
  }

  /** Those to whom an invitation is to be sent, at most so many. */
  public List<Subject> toBeInvited(int most) {
    return em.createQuery(
            "select p.subject from Person p where p.account.invitationWanted = true"
                + " and p.account.invitedAt is null and p.email.email is not null"
                + " and p.enablement.enabled = true",
            String.class)
        .setMaxResults(most)
        .getResultStream()
        .map(Subject::new)
        .toList();
  }

  /** Those who came by the configuration and are in it still, as far as is known. */
  List<Person> allOfTheFile() {
    return em.createQuery(WITH_CREDENTIALS + " where p.appliedDigest is not null", Person.class)
        .getResultList();
  }

  /**
   * The person with this username, as far as it is written. To write before each query would take
   * time that grows with the square of their number, and so would a join: while many are being
   * added, PostgreSQL takes the tables for small, and reads all rows.
   */
  Optional<Person> written(Username username) {
    return named(ALONE, username).setFlushMode(FlushModeType.COMMIT).getResultStream().findFirst();
  }

  /** Writes what has changed so far, since a username has to be free before it is given again. */
  void flush() {
    em.flush();
  }

  /** The groups of these names at this source; those that there are not are added. */
  List<PersonGroup> groups(String source, Set<String> names, Instant now) {
    return names.stream().map(name -> group(source, name, now)).toList();
  }

  private PersonGroup group(String source, String name, Instant now) {
    var known = em.find(PersonGroup.class, PersonGroup.id(source, name));
    if (known != null) {
      return known;
    }
    var group = new PersonGroup(source, name, now);
    em.persist(group);
    return group;
  }

  void add(Person person) {
    em.persist(person);
  }

  /** Deletes a person with all credentials. */
  public void delete(Person person) {
    em.createNativeQuery("delete from group_member where subject = :subject")
        .setParameter("subject", person.subject().value())
        .executeUpdate();
    em.createQuery("delete from StoredCredential c where c.subject = :subject")
        .setParameter("subject", person.subject().value())
        .executeUpdate();
    em.createQuery("delete from Person p where p.subject = :subject")
        .setParameter("subject", person.subject().value())
        .executeUpdate();
  }

  /**
   * Keeps the same password under a new hash, unless it was changed meanwhile; says which. The row
   * is locked before it is compared, so that no change comes in between.
   */
  public boolean rehash(Person person, PasswordHash fresh) {
    var same = locked(person.subject()).filter(now -> text(now).equals(text(person)));
    same.ifPresent(now -> now.renewPassword(fresh));
    return same.isPresent();
  }

  /** The person with this subject, whom nobody else changes before the transaction ends. */
  public Optional<Person> locked(Subject subject) {
    return Optional.ofNullable(
        em.find(Person.class, subject.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  private static Optional<String> text(Person person) {
    return person.password().map(PasswordHash::text);
  }

  /** Dates the last change of a person's password now, if a clock that was wrong dated it ahead. */
  public boolean dateChange(Person person, Instant now) {
    return em.createQuery(
                "update Person p set p.credentialsChangedAt = :now"
                    + " where p.subject = :subject and p.credentialsChangedAt > :now")
            .setParameter("now", now)
            .setParameter("subject", person.subject().value())
            .executeUpdate()
        == 1;
  }

  Optional<Person> byUsername(Username username) {
    return named(WITH_CREDENTIALS, username).getResultStream().findFirst();
  }

  private TypedQuery<Person> named(String people, Username username) {
    return em.createQuery(people + " where p.username = :username", Person.class)
        .setParameter("username", username.value());
  }
}
