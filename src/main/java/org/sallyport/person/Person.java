package org.sallyport.person;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.credential.PasswordChange;
import org.sallyport.person.credential.PasswordColumns;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.StoredCredential;
import org.sallyport.person.profile.ClaimsJson;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.person.profile.Username;
import org.sallyport.person.state.AccountState;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.persistence.mapping.Enablement;
import org.sallyport.protocol.Subject;

/** Someone with an account here. */
@Entity
@Table(name = "person")
@DynamicUpdate
public class Person extends ResourceOwner {
  @Column @Version private long version;
  private String username;

  @Embedded private PasswordColumns columns = new PasswordColumns();

  @Embedded private PasswordChange passwordChange = new PasswordChange();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "subject", insertable = false, updatable = false)
  private List<StoredCredential> credentials = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "group_member",
      joinColumns = @JoinColumn(name = "subject"),
      inverseJoinColumns = @JoinColumn(name = "group_id"))
  private Set<PersonGroup> groupRows = new HashSet<>();

  // By an entry that says it is somebody new, so that the same entry again means the same person.
  @Column(name = "made_anew")
  private boolean madeAnew;

  @Embedded private AccountState account = new AccountState();

  @Column(name = "created_at")
  private Instant createdAt;

  protected Person() {}

  /** A person who joins now, as the configuration describes them. */
  Person(Subject subject, PersonDetails profile, Instant now) {
    this.subject = Subject.ofPerson(subject.value()).value();
    this.createdAt = now;
    this.credentialsChangedAt = now;
    this.enablement = new Enablement(profile.isEnabled(now));
    describe(profile, now);
  }

  /** Takes over what the file says; who left it may return within the grace time. */
  void take(PersonDetails profile, Instant now, Duration grace) {
    enablement.take(profile.isEnabled(now), now, grace);
    describe(profile, now);
  }

  /** Takes over what an earlier version did not keep of an entry that is the same. */
  void takeAgain(PersonDetails profile, Instant now) {
    account.take(profile);
    email().take(profile.claims(), profile.claims(), now);
  }

  private void describe(PersonDetails profile, Instant now) {
    username = profile.username().value();
    displayUsername = profile.displayUsername();
    account.take(profile);
    email().take(ClaimsJson.readable(claims), profile.claims(), now);
    claims = ClaimsJson.write(profile.claims());
    takeGroups(profile.groups());
    changedAt = now;
  }

  /** Gives this person a password of the configuration's; one of their own choice stays. */
  void assignPassword(PasswordHash password, Instant now) {
    if (!choseOwnPassword()) {
      columns.assign(password);
      passwordChanged(password, now);
    }
  }

  /** Lets this person choose a password, which the configuration never undoes. */
  public void choosePassword(PasswordHash password, Instant now) {
    columns.choose(password);
    passwordChange.chosen();
    passwordChanged(password, now);
  }

  private void passwordChanged(PasswordHash password, Instant now) {
    credentialsChangedAt = now;
    storedRow()
        .ifPresentOrElse(
            row -> row.take(password.text(), columns, now), () -> addPasswordRow(password.text()));
  }

  /** Keeps the same password under another hash. */
  void renewPassword(PasswordHash fresh) {
    passwordRow().ifPresent(row -> row.renew(fresh));
    columns.replace(fresh);
  }

  /** Takes over whether the configuration asks for another password. */
  void askForOtherPassword(boolean asked) {
    passwordChange.take(asked);
  }

  /** Whether this person has to choose another password at the next sign-in. */
  public boolean mustChangePassword() {
    return passwordChange.isDue();
  }

  /** Whether the password is one that this person has chosen. */
  boolean choseOwnPassword() {
    return columns.isByOwner();
  }

  /** The password, if there is one to sign in with. */
  public Optional<PasswordHash> password() {
    return passwordRow().map(StoredCredential::verifier).map(PasswordHash::parse);
  }

  /** Keeps the code of a password that was seen to be this one; nothing forgets it. */
  void keepPasswordMac(@Nullable String mac) {
    columns.keepMac(mac);
    passwordRow().ifPresent(row -> row.keepConfigMac(mac));
  }

  /** The row of the password; it follows what a node of an earlier version has written. */
  Optional<StoredCredential> passwordRow() {
    var row = storedRow();
    var written = columns.hash();
    row.filter(r -> !r.follows(columns))
        .ifPresent(r -> r.take(written.orElse(r.verifier()), columns, credentialsChangedAt));
    return row.or(() -> written.map(this::addPasswordRow));
  }

  private Optional<StoredCredential> storedRow() {
    return credentials.stream().filter(StoredCredential::isPassword).findFirst();
  }

  private StoredCredential addPasswordRow(String verifier) {
    var row = StoredCredential.password(subject(), verifier, columns, credentialsChangedAt);
    credentials.add(row);
    return row;
  }

  /** Remembers which entry of the configuration was taken over last. */
  void remember(String digest) {
    appliedDigest = digest;
  }

  /** Leaves the configuration: stays known, but may not sign in until it comes back. */
  void leave(Instant now) {
    enablement.leave(now);
    appliedDigest = null;
    changedAt = now;
  }

  /** Ends at the date that was set for it; all that was given is void. */
  void expire(Instant now) {
    enablement.take(false, now, Duration.ZERO);
    changedAt = now;
  }

  /** Says that this is somebody else than who had the username before. */
  void joinAnew() {
    madeAnew = true;
  }

  /** Whether the entry that made this person said so. */
  boolean joinedAnew() {
    return madeAnew;
  }

  /** Gives the username up, for somebody else; nobody can type what is kept instead. */
  void giveUpUsername() {
    username = "LEFT " + Sha256.hex(subject);
  }

  /** Since when this person is no longer in the file; none while they are. */
  Optional<Instant> leftAt() {
    var before =
        appliedDigest == null && !enabled() ? Optional.of(changedAt) : Optional.<Instant>empty();
    return enablement.leftAt().or(() -> before);
  }

  /** The digest of the entry that was taken over last. */
  @Nullable String appliedEntry() {
    return appliedDigest;
  }

  /** The sign-in name in the spelling under which it is looked up. */
  public Username signInName() {
    return new Username(username);
  }

  /** When all that this person held became void, if that ever happened. */
  public Optional<Instant> endedAt() {
    return enablement.endedAt();
  }

  /** What is known of the account that no token tells. */
  public AccountState account() {
    return account;
  }

  /** Takes over the rows of these groups, which the entry that was taken over last names. */
  void takeRows(Collection<PersonGroup> groups) {
    groupRows.retainAll(groups);
    groupRows.addAll(groups);
    groupedBy = appliedDigest;
  }

  @Override
  Collection<String> namesOfRows() {
    return groupRows.stream().map(PersonGroup::name).toList();
  }

  /** Whether an invitation is still to be sent, and there is an address to send it to. */
  public boolean isToBeInvited() {
    return account.isToBeInvited() && email().address().isPresent();
  }

  /** Takes over how this person wants to be spoken to. */
  public void prefer(Locale language, ZoneId zone, Instant now) {
    preferences.choose(language, zone);
    changedAt = now;
  }
}
