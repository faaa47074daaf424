package org.sallyport.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sallyport.protocol.Subject;

/** Someone with an account here. */
@Entity
@Table(name = "person")
public class Person {
  private static final String BY_FILE = "file";
  private static final String BY_OWNER = "owner";

  @Id private String subject;

  private String username;

  @Column(name = "display_username")
  private String displayUsername;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  private String claims;

  @Column(name = "user_groups")
  private String userGroups;

  private boolean enabled;

  @Column(name = "credentials_changed_at")
  private Instant credentialsChangedAt;

  @Column(name = "password_set_by")
  private String passwordSetBy;

  @Column(name = "applied_digest")
  private @Nullable String appliedDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Person() {}

  /** A person who joins now, as the configuration describes them. */
  Person(Subject subject, Profile profile, Instant now) {
    this.subject = Subject.ofPerson(subject.value()).value();
    this.createdAt = now;
    this.credentialsChangedAt = now;
    this.passwordSetBy = BY_FILE;
    describe(profile, now);
  }

  /** Takes over what is said of this person now. */
  final void describe(Profile profile, Instant now) {
    username = profile.username().value();
    displayUsername = profile.displayUsername();
    claims = ClaimsJson.write(profile.claims());
    userGroups = String.join("\n", profile.groups());
    enabled = profile.enabled();
    changedAt = now;
  }

  /** Gives this person a password of the configuration's; one of their own choice stays. */
  void assignPassword(PasswordHash password, Instant now) {
    if (!choseOwnPassword()) {
      passwordHash = password.phc();
      credentialsChangedAt = now;
    }
  }

  /** Lets this person choose a password, which the configuration never undoes. */
  public void choosePassword(PasswordHash password, Instant now) {
    passwordHash = password.phc();
    passwordSetBy = BY_OWNER;
    credentialsChangedAt = now;
  }

  /** Whether the password is one that this person has chosen. */
  boolean choseOwnPassword() {
    return passwordSetBy.equals(BY_OWNER);
  }

  /** The password, if there is one to sign in with. */
  Optional<PasswordHash> password() {
    return Optional.ofNullable(passwordHash).map(PasswordHash::parse);
  }

  /** Remembers which entry of the configuration was taken over last. */
  void remember(String digest) {
    appliedDigest = digest;
  }

  /** Leaves the configuration: stays known, but may not sign in until it comes back. */
  void leave(Instant now) {
    enabled = false;
    appliedDigest = null;
    changedAt = now;
  }

  /** Whether this entry of the configuration is the one taken over last. */
  boolean remembers(String digest) {
    return digest.equals(appliedDigest);
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
  Username signInName() {
    return new Username(username);
  }

  /** Whether this person may sign in and be spoken for by tokens. */
  public boolean enabled() {
    return enabled;
  }

  /** The groups, which applications read as roles. */
  public Set<String> groups() {
    var groups = new LinkedHashSet<>(Arrays.asList(userGroups.split("\n")));
    groups.remove("");
    return groups;
  }

  /** All claims, with groups, sign-in name and the time of the last change among them. */
  public Claims claims() {
    var all = new LinkedHashMap<String, Object>();
    all.put("preferred_username", displayUsername);
    all.putAll(ClaimsJson.read(claims));
    all.put("groups", groups().stream().toList());
    all.put("updated_at", changedAt.getEpochSecond());
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
