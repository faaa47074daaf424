package org.sallyport.person.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns in which versions up to 0.1 keep a person's password. As long as nodes of these may
 * run beside this one, each change is written here too, and what stands here counts where the row
 * says something else, since only such a node writes here alone. A hash of another system is not
 * written here: to such a node its owner is somebody without a password, who is refused.
 */
@Embeddable
public class PasswordColumns {
  private static final String BY_FILE = "file";
  private static final String BY_OWNER = "owner";

  @Column(name = "password_hash")
  private @Nullable String hash;

  @Column(name = "password_mac")
  private @Nullable String mac;

  @Column(name = "password_set_by")
  private String setBy = BY_FILE;

  /** The PHC string, if there is a password, and of a form that those versions can check. */
  public Optional<String> hash() {
    return Optional.ofNullable(hash);
  }

  /** The code of the password in the clear that it was made of, if that was kept. */
  Optional<String> mac() {
    return Optional.ofNullable(mac);
  }

  /** Who set it. */
  String by() {
    return setBy;
  }

  /** Whether its owner did. */
  public boolean isByOwner() {
    return setBy.equals(BY_OWNER);
  }

  /** Takes a password that the configuration gives. */
  public void assign(PasswordHash password) {
    replace(password);
  }

  /** Takes a password that its owner has chosen. */
  public void choose(PasswordHash password) {
    assign(password);
    setBy = BY_OWNER;
  }

  /** Takes the same password under another hash, and forgets the code. */
  public void replace(PasswordHash password) {
    hash = password.isForeign() ? null : password.text();
    mac = null;
  }

  /** Keeps or forgets the code. */
  public void keepMac(@Nullable String code) {
    mac = code;
  }
}
