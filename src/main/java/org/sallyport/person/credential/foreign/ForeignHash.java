package org.sallyport.person.credential.foreign;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The hash of a password that another system made, in the form in which it is commonly exported.
 * What would cost more memory or time than one sign-in may have is none.
 */
public sealed interface ForeignHash permits Argon2Variant, Bcrypt, Pbkdf2, SaltedSha, Scrypt {
  /** The forms, for whoever has to write one. */
  String FORMS =
      "Argon2 ($argon2id$v=19$m=…,t=…,p=…$salt$hash), bcrypt ($2b$…), PBKDF2"
          + " ($pbkdf2-sha256$i=…$salt$hash), scrypt ($scrypt$ln=…,r=…,p=…$salt$hash) or {SSHA}";

  /** The most characters that one has. */
  int LONGEST = 1_000;

  /**
   * Reads a hash; refuses with {@link IllegalArgumentException} any other form, and what costs too
   * much, each with what is wrong and nothing of the hash.
   */
  static ForeignHash parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("must have " + LONGEST + " characters at most");
    }
    return Stream.<Function<String, Optional<? extends ForeignHash>>>of(
            Argon2Variant::read, Bcrypt::read, Pbkdf2::read, SaltedSha::read, Scrypt::read)
        .<ForeignHash>flatMap(form -> form.apply(text).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be " + FORMS));
  }

  /**
   * Whether this is the password; takes as long as it cost to make. A password with the character
   * U+0000 is none: to bcrypt and HMAC it would be the same as one without.
   */
  boolean matches(String password);

  /** Whether checking it takes much longer, or more memory, than a password of our own does. */
  boolean isCostly();

  /** As the other system wrote it. */
  String text();
}
