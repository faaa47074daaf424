package org.sallyport.person.credential;

import org.sallyport.person.credential.foreign.ForeignHash;

/**
 * A password as it is kept: a hash of our own ({@link Argon2Hash}), or one that another system made
 * ({@link ImportedHash}), until its owner signs in.
 */
public sealed interface PasswordHash permits Argon2Hash, ImportedHash {

  /** Hashes a password by Argon2id under a fresh salt. */
  static PasswordHash of(Password password, Argon2Cost cost) {
    return Argon2Hash.of(password, cost);
  }

  /**
   * Reads what is kept, or what another system exported; refuses with {@link
   * IllegalArgumentException} what is of no form that {@link ForeignHash#FORMS} names.
   */
  static PasswordHash parse(String text) {
    return Argon2Hash.read(text).orElseGet(() -> new ImportedHash(ForeignHash.parse(text)));
  }

  /** Reads what a file gives; refuses what costs too much to check, too. */
  static PasswordHash parseGiven(String text) {
    // Its bounds are narrower than those of hashes that were made here.
    ForeignHash.parse(text);
    return parse(text);
  }

  /** Whether this is a text that {@link #parse} takes. */
  static boolean isReadable(String text) {
    try {
      return !parse(text).text().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether this is nobody's password: never, but it takes as long as {@link #matches} does. */
  static boolean matchesNobody(Password password, Argon2Cost cost) {
    return Argon2Hash.matchesNobody(password, cost);
  }

  /** Whether this is the password; takes as long as hashing does. */
  boolean matches(Password password);

  /** Whether it is what would be made today, at this cost. */
  boolean isOf(Argon2Cost today);

  /** Whether it takes much longer to check, or more memory, than one made today at this cost. */
  boolean isCostly(Argon2Cost today);

  /** Whether another system made it, and versions up to 0.1 cannot check it. */
  boolean isForeign();

  /** As it is kept: a PHC string, or what the other system wrote. */
  String text();
}
