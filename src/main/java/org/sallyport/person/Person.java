package org.sallyport.person;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.sallyport.person.profile.Claims;
import org.sallyport.person.profile.ClaimsJson;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.person.profile.Username;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.persistence.mapping.Enablement;
import org.sallyport.protocol.Subject;

/** Someone with an account here. */
@Entity
@Table(name = "person")
@DynamicUpdate
public class Person {
  @Id private String subject;
  @Column @Version private long version;
  private String username;

  @Column(name = "display_username")
  private String displayUsername;

  @Embedded private PasswordColumns columns = new PasswordColumns();

  @Embedded private PasswordChange passwordChange = new PasswordChange();

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "subject", insertable = false, updatable = false)
  private List<StoredCredential> credentials = new ArrayList<>();

  private String claims = "{}";

  @Embedded private Memberships memberships = new Memberships();

  @Embedded private Enablement enablement;

  // By an entry that says it is somebody new, so that the same entry again means the same person.
  @Column(name = "made_anew")
  private boolean madeAnew;

  @Embedded private AccountState account = new AccountState();

  @Column(name = "credentials_changed_at")
  private Instant credentialsChangedAt;

  @Column(name = "applied_digest")
  private @Nullable String appliedDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

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

  private void describe(PersonDetails profile, Instant now) {
    username = profile.username().value();
    displayUsername = profile.displayUsername();
    account.take(ClaimsJson.readable(claims), profile, now);
    claims = ClaimsJson.write(profile.claims());
    memberships.take(profile.groups());
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

  /** Whether they may act, and what they were given is void. */
  public Enablement enablement() {
    return enablement;
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

  /** Who this is, to every client. */
  public Subject subject() {
    return Subject.ofPerson(subject);
  }

  /** The sign-in name, as its owner writes it. */
  public String username() {
    return displayUsername;
  }

  /** The sign-in name in the spelling under which it is looked up. */
  public Username signInName() {
    return new Username(username);
  }

  /** Whether this person may sign in and be spoken for by tokens. */
  public boolean enabled() {
    return enablement.enabled();
  }

  /** When all that this person held became void, if that ever happened. */
  public Optional<Instant> endedAt() {
    return enablement.endedAt();
  }

  /** Whether what this person was given at this time is void, since they were disabled after it. */
  public boolean voids(Instant given) {
    return enablement.voids(given);
  }

  /** What is known of the account beside the claims. */
  public AccountState account() {
    return account;
  }

  /** Takes over how this person wants to be spoken to. */
  public void prefer(Locale language, ZoneId zone, Instant now) {
    account.preferences().choose(language, zone);
    changedAt = now;
  }

  /** The groups, which applications read as roles. */
  public Set<String> groups() {
    return memberships.names(appliedDigest);
  }

  /** The same as rows. */
  Memberships memberships() {
    return memberships;
  }

  /** All claims, with groups, sign-in name and the time of the last change among them. */
  public Claims claims() {
    var all = new LinkedHashMap<String, Object>();
    all.put("preferred_username", displayUsername);
    all.putAll(ClaimsJson.read(claims));
    all.putAll(account.preferences().claims());
    account.tell(all);
    all.put("groups", groups().stream().toList());
    all.put("updated_at", account.changedAt(changedAt).getEpochSecond());
    return new Claims(all);
  }

  /** Since when the password is the one it is; a session that began before is void. */
  public Instant credentialsChangedAt() {
    return credentialsChangedAt;
  }

  /** The name to greet with: the full name, else the sign-in name. */
  public String displayName() {
    return claims().text("name").orElse(displayUsername);
  }
}
