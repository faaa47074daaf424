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

  private String source = FILE;

  private @Nullable String email;

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  @Embedded private Preferences preferences = new Preferences();

  @Column(name = "last_signed_in_on")
  private @Nullable LocalDate lastSignedInOn;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column(name = "invitation_wanted")
  private boolean invitationWanted;

  @Column(name = "invited_at")
  private @Nullable Instant invitedAt;

  /** Takes the address of these claims; what was verified stays so while it is the same. */
  void take(PersonDetails details, Instant now) {
    expiresAt = details.expiresAt().orElse(null);
    externalId = details.externalId().orElse(null);
    take(details.claims(), now);
  }

  private void take(Map<String, Object> claims, Instant now) {
    var given =
        Optional.ofNullable(claims.get("email")).map(Object::toString).flatMap(MailAddress::find);
    var kept = given.map(AccountState::kept);
    if (!kept.equals(Optional.ofNullable(email))) {
      email = kept.orElse(null);
      emailVerifiedAt = null;
    }
    if (Boolean.TRUE.equals(claims.get("email_verified")) && email != null && !isVerified()) {
      emailVerifiedAt = now;
    }
  }

  /** An address as it is kept and looked up: mail servers take either case for the same. */
  static String kept(MailAddress address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }

  /** Where the account comes from: {@code file} for the configuration. */
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
    }
  }

  /** In which language and time zone the person is spoken to. */
  public Preferences preferences() {
    return preferences;
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
