package org.sallyport.person.state;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.mail.MailAddress;

/** The mail address of a person: the file's or their own, and since when it is verified. */
@Embeddable
public class EmailState {
  private @Nullable String email;

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  // What the file says instead; nothing as long as the address is the file's.
  @Column(name = "file_email")
  private @Nullable String fileEmail;

  @Column(name = "email_changed_at")
  private @Nullable Instant emailChangedAt;

  /**
   * Takes the address of the file. One that its owner has chosen stays until the file says another;
   * what was verified stays so while it is the same, and until the file takes its word back.
   *
   * @param before the claims of the file before
   * @param given the claims of the file now
   */
  public void take(Map<String, Object> before, Map<String, Object> given, Instant now) {
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
        .map(EmailState::kept);
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
  public void tell(Map<String, Object> claims) {
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
  public Instant changedAt(Instant rest) {
    return emailChangedAt != null && emailChangedAt.isAfter(rest) ? emailChangedAt : rest;
  }

  /** An address as it is kept and looked up: mail servers take either case for the same. */
  public static String kept(MailAddress address) {
    return address.toString().toLowerCase(Locale.ROOT);
  }

  /** The mail address, if there is one that mail can be sent to. */
  public Optional<MailAddress> address() {
    return Optional.ofNullable(email).flatMap(MailAddress::find);
  }

  /** The same as a text, which links that change it keep; empty if there is none. */
  public String text() {
    return address().map(MailAddress::toString).orElse("");
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

  /** Whether this is the address, in whatever case. */
  public boolean isAt(MailAddress address) {
    return kept(address).equals(email);
  }
}
