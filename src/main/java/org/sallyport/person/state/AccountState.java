package org.sallyport.person.state;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.profile.PersonDetails;

/**
 * What is known of an account that no token tells: where it comes from, when it was last used, when
 * it ends.
 */
@Embeddable
public class AccountState {
  private static final String FILE = "file";
  private static final String LOCAL = "local";

  private String source = FILE;

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

  /** Takes what the file says of when the account ends, and of where it comes from. */
  public void take(PersonDetails details) {
    expiresAt = details.expiresAt().orElse(null);
    externalId = details.externalId().orElse(null);
  }

  /** Says that its owner has registered it. */
  public void registered() {
    source = LOCAL;
  }

  /** Whether its owner has registered it. */
  public boolean isRegistered() {
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

  /** Whether a sign-in at this time is the first of its day (UTC). */
  public boolean isFirstOfDay(Instant now) {
    return !now.atZone(ZoneOffset.UTC).toLocalDate().equals(lastSignedInOn);
  }

  /** The day of the last sign-in (UTC). */
  public Optional<LocalDate> lastSignedInOn() {
    return Optional.ofNullable(lastSignedInOn);
  }

  /** Takes over whether the file asks for an invitation; what was sent before is not sent again. */
  public void wantInvitation(boolean wanted) {
    invitationWanted = wanted;
    if (!wanted) {
      invitedAt = null;
    }
  }

  /** Whether an invitation is still to be sent, as soon as there is an address. */
  public boolean isToBeInvited() {
    return invitationWanted && invitedAt == null;
  }

  /** Says that an invitation goes out. */
  public void invite(Instant now) {
    invitedAt = now;
  }
}
