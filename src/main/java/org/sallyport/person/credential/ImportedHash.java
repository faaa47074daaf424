package org.sallyport.person.credential;

import org.sallyport.person.credential.foreign.ForeignHash;

/** A hash that another system made. */
record ImportedHash(ForeignHash hash) implements PasswordHash {

  /**
   * In form NFC, as a password is typed mostly, and then as it was typed: other systems commonly
   * hash what comes.
   */
  @Override
  public boolean matches(Password password) {
    return hash.matches(password.normalized())
        || (!password.isNormalized() && hash.matches(password.typed()));
  }

  @Override
  public boolean isOf(Argon2Cost today) {
    return false;
  }

  @Override
  public boolean isCostly(Argon2Cost today) {
    return hash.isCostly();
  }

  @Override
  public boolean isForeign() {
    return true;
  }

  @Override
  public String text() {
    return hash.text();
  }

  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
