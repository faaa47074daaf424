package org.sallyport.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.platform.mail.MailAddress;

/**
 * What is known of an account beside the claims: where it comes from, its mail address, the
 * language of its owner, when it was last used.
 */
@Embeddable
public class AccountState {
  private static final String FILE = "file";
  private static final String LOCAL = "local";

  private String source = FILE;

  private @Nullable String email;

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  @Embedded private Preferences preferences = new Preferences();

  // What the file says instead; nothing as long as the address is the file's.
  @Column(name = "file_email")
  private @Nullable String fileEmail;

  @Column(name = "email_changed_at")
  private @Nullable Instant emailChangedAt;

  // As the driver reads it: a date of java.sql needs a calendar each time.
  @Column(name = "last_signed_in_on")
  @JdbcTypeCode(SqlTypes.LOCAL_DATE)
  private @Nullable LocalDate lastSignedInOn;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column(name = "invitation_wanted")
  private boolean invitationWanted;

  @Column(name = "invited_at")
  private @Nullable Instant invitedAt;

  /** Takes what the file says beside the claims, and its address: see the other one. */
  void take(Map<String, Object> before, PersonDetails details, Instant now) {
    expiresAt = details.expiresAt().orElse(null);
    externalId = details.externalId().orElse(null);
    take(before, details.claims(), now);
  }

  /**
   * Takes the address of the file. One that its owner has chosen stays until the file says another;
   * what was verified stays so while it is the same, and until the file takes its word back.
   *
   * @param before what the file said before
   */
  private void take(Map<String, Object> before, Map<String, Object> given, Instant now) {
    var written = written(given);
    if (fileEmail != null && fileEmail.equals(written.orElse(""))) {
      return;
    }
    fileEmail = null;
    var withdrawn = isVerified(before) && !isVerified(given);
    if (withdrawn || !written.equals(Optional.ofNullable(email))) {
      emailVerifiedAt = null;
    }
    email = written.orElse(null);
    if (isVerified(given)) {
      verify(now);
    }
  }

  private static Optional<String> written(Map<String, Object> claims) {
    return Optional.ofNullable(claims.get("email"))
        .map(Object::toString)
        .flatMap(MailAddress::find)
        .map(AccountState::kept);
  }

  private static boolean isVerified(Map<String, Object> claims) {
    return Boolean.TRUE.equals(claims.get("email_verified"));
  }

  private void verify(Instant now) {
    if (email != null && !isVerified()) {
      emailVerifiedAt = now;
    }
  }

  /** Takes an address of its owner's choice, who has shown that they read its mail. */
  public void choose(MailAddress address, Instant now) {
    if (fileEmail == null) {
      fileEmail = Optional.ofNullable(email).orElse("");
    }
    email = kept(address);
    emailVerifiedAt = now;
    emailChangedAt = now;
  }

  /** Whether the address is one of its owner's choice. */
  public boolean isOwnAddress() {
    return fileEmail != null;
  }

  /** The address as it stands, to be restored. */
  public AddressBefore beforeChange() {
    return new AddressBefore(
        Optional.ofNullable(email).orElse(""),
        Optional.ofNullable(emailVerifiedAt),
        Optional.ofNullable(fileEmail));
  }

  /**
   * Restores an address.
   *
   * @param free whether nobody else has verified it since; else it is not verified any more
   */
  public void restore(AddressBefore before, boolean free, Instant now) {
    email = before.email();
    emailVerifiedAt = before.verifiedAt().filter(at -> free).orElse(null);
    fileEmail = before.fileEmail().orElse(null);
    emailChangedAt = now;
  }

  /**
   * Writes the address into the claims: it is told as it stands here, whatever the file says. Where
   * the file does not say whether it is verified, and nobody has shown it, nothing is told of that:
   * some applications refuse people of whom it is told that it is not.
   */
  void tell(Map<String, Object> claims) {
    if (email == null) {
      return;
    }
    if (isOwnAddress()) {
      claims.put("email", email);
    }
    if (isVerified() || isOwnAddress() || claims.containsKey("email_verified")) {
      claims.put("email_verified", isVerified());
    }
  }

  /** When what is told of the person last changed, if the rest did at this time. */
  Instant changedAt(Instant rest) {
    return emailChangedAt != null && emailChangedAt.isAfter(rest) ? emailChangedAt : rest;
  }

  /** An address as it is kept and looked up: mail servers take either case for the same. */
  static String kept(MailAddress address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }

  /** Says that its owner has registered it. */
  void registered() {
    source = LOCAL;
  }

  /** Whether its owner has registered it. */
  boolean isRegistered() {
    return source.equals(LOCAL);
  }

  /** Where the account comes from: {@code file}, or {@code local} if its owner registered it. */
  public String source() {
    return source;
  }

  /** Whether the configuration file has it. */
  public boolean isOfFile() {
    return source.equals(FILE);
  }

  /** From when on it may not be used. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** What the system calls its owner that it comes from. */
  public Optional<String> externalId() {
    return Optional.ofNullable(externalId);
  }

  /** The mail address, if there is one that mail can be sent to. */
  public Optional<MailAddress> address() {
    return Optional.ofNullable(email).flatMap(MailAddress::find);
  }

  /** Whether its owner has shown that they read its mail, or the file says so. */
  public boolean isVerified() {
    return emailVerifiedAt != null;
  }

  /** Says that its owner reads the mail of the address. */
  public void verified(Instant now) {
    if (email != null && !isVerified()) {
      emailVerifiedAt = now;
      emailChangedAt = now;
    }
  }

  /** In which language and time zone the person is spoken to. */
  public Preferences preferences() {
    return preferences;
  }

  /** Whether this is the address, in whatever case. */
  public boolean isAt(MailAddress address) {
    return kept(address).equals(email);
  }

  /** Whether a sign-in at this time is the first of its day (UTC). */
  public boolean isFirstOfDay(Instant now) {
    return !now.atZone(ZoneOffset.UTC).toLocalDate().equals(lastSignedInOn);
  }

  /** The day of the last sign-in (UTC). */
  public Optional<LocalDate> lastSignedInOn() {
    return Optional.ofNullable(lastSignedInOn);
  }

  /** Takes over whether the file asks for an invitation; what was sent before is not sent again. */
  void wantInvitation(boolean wanted) {
    invitationWanted = wanted;
    if (!wanted) {
      invitedAt = null;
    }
  }

  /** Whether an invitation is still to be sent. */
  public boolean isToBeInvited() {
    return invitationWanted && invitedAt == null && email != null;
  }

  /** Says that an invitation goes out. */
  public void invite(Instant now) {
    invitedAt = now;
  }
}
