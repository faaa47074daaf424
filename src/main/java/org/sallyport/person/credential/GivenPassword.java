package org.sallyport.person.credential;

import java.util.Optional;
import org.sallyport.platform.config.ConfigValue;

/** The password that the configuration gives a person: itself, or already hashed. */
public sealed interface GivenPassword {

  /**
   * The password, if it is in the clear: no digest may know it, so only its hash tells a change.
   */
  Optional<Password> clear();

  /** Whether what is kept is of it already. */
  boolean isKeptAs(StoredCredential kept);

  /** As it is to be kept. */
  PasswordHash hash(Argon2Cost cost);

  /** Written in the clear. */
  record Clear(Password password) implements GivenPassword {
    @Override
    public Optional<Password> clear() {
      return Optional.of(password);
    }

    @Override
    public boolean isKeptAs(StoredCredential kept) {
      return PasswordHash.parse(kept.verifier()).matches(password);
    }

    @Override
    public PasswordHash hash(Argon2Cost cost) {
      return PasswordHash.of(password, cost);
    }
  }

  /** Written as a hash; kept as it is until its owner signs in, if it is not one of today's. */
  record Hashed(PasswordHash given) implements GivenPassword {
    @Override
    public Optional<Password> clear() {
      return Optional.empty();
    }

    @Override
    public boolean isKeptAs(StoredCredential kept) {
      return kept.stemsFrom(given);
    }

    @Override
    public PasswordHash hash(Argon2Cost cost) {
      return given;
    }
  }

  /**
   * The password in this entry, if it gives one; refuses two, and one that could never be typed.
   */
  static Optional<GivenPassword> read(ConfigValue entry) {
    var clear = entry.child("password").map(GivenPassword::clear);
    var hashed = entry.child("password_hash").map(GivenPassword::hashed);
    if (clear.isPresent() && hashed.isPresent()) {
      throw entry.wrong("has password and password_hash", "keep one of them");
    }
    return clear.or(() -> hashed);
  }

  private static GivenPassword clear(ConfigValue node) {
    var password = new Password(node.text());
    if (password.isTooLong()) {
      throw node.wrong("is longer than " + Password.LONGEST + " bytes", "choose a shorter one");
    }
    return new Clear(password);
  }

  private static GivenPassword hashed(ConfigValue node) {
    try {
      return new Hashed(PasswordHash.parseGiven(node.text()));
    } catch (IllegalArgumentException e) {
      throw node.wrong(
          "is no hash that can be checked: " + e.getMessage(), "make it anew, or use password");
    }
  }
}
