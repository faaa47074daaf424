package org.sallyport.person.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.protocol.Subject;

/**
 * A credential of a person, as it is kept: a row each, any number a person. Its kind says what the
 * verifier is. A password is the only one of its kind, so its id is made of whose it is, and two
 * nodes that add it at once cannot both succeed.
 */
@Entity
@Table(name = "credential")
public class StoredCredential {
  /** The kind of a password; its verifier is what {@link PasswordHash} reads. */
  static final String PASSWORD = "password";

  @Id private String id;
  private String subject;
  private String kind;
  private String verifier;

  // Of a password in the clear in the configuration file that the verifier was made of.
  @Column(name = "config_mac")
  private @Nullable String configMac;

  // The digest of the hash that was given, and that of the verifier made of its password since.
  private @Nullable String origin;

  @Column(name = "set_by")
  private String setBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected StoredCredential() {}

  /** The password of a person who had none. */
  public static StoredCredential password(
      Subject owner, String verifier, PasswordColumns kept, Instant now) {
    var credential = new StoredCredential();
    credential.id = passwordOf(owner);
    credential.subject = owner.value();
    credential.kind = PASSWORD;
    credential.createdAt = now;
    credential.take(verifier, kept, now);
    return credential;
  }

  /** The id of a person's password. */
  public static String passwordOf(Subject owner) {
    return PASSWORD + ' ' + owner.value();
  }

  /** Takes another password; who set it is in the columns that nodes of before read and write. */
  public void take(String fresh, PasswordColumns kept, Instant now) {
    verifier = fresh;
    origin = null;
    configMac = kept.mac().orElse(null);
    setBy = kept.by();
    changedAt = now;
  }

  /** Takes the same password under another hash. */
  public void renew(PasswordHash fresh) {
    var first = first().orElseGet(() -> Sha256.hex(verifier));
    verifier = fresh.text();
    origin = first + ' ' + Sha256.hex(verifier);
    configMac = null;
  }

  /** Whether this is the given hash, or was made of its password when that was renewed. */
  boolean stemsFrom(PasswordHash given) {
    return verifier.equals(given.text())
        || first().filter(Sha256.hex(given.text())::equals).isPresent();
  }

  // Where a node of an earlier version has changed the password since, this is void.
  private Optional<String> first() {
    return Optional.ofNullable(origin)
        .map(digests -> digests.split(" "))
        .filter(digests -> digests[1].equals(Sha256.hex(verifier)))
        .map(digests -> digests[0]);
  }

  /** Whether it is the password of its owner. */
  public boolean isPassword() {
    return kind.equals(PASSWORD);
  }

  /** What tells whether a person has it: a hash, or what else its kind says. */
  public String verifier() {
    return verifier;
  }

  /** The code of the password in the clear that was last seen to be this one, if it was kept. */
  public Optional<String> configMac() {
    return Optional.ofNullable(configMac);
  }

  /** Keeps or forgets that code. */
  public void keepConfigMac(@Nullable String mac) {
    configMac = mac;
  }

  /** Whether these columns say nothing else; a hash of another system is not in them. */
  public boolean follows(PasswordColumns kept) {
    return kept.hash().map(verifier::equals).orElse(true) && setBy.equals(kept.by());
  }

  @Override
  public String toString() {
    return "StoredCredential[" + kind + " of " + subject + "]";
  }
}
