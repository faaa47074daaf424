package org.sallyport.person.credential.foreign;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A hash of PBKDF2 (RFC 8018 §5.2) with SHA-1, SHA-256 or SHA-512: as a PHC string, {@code
 * $pbkdf2-sha256$i=600000$salt$hash}, or as passlib writes it, without {@code i=}. What Keycloak
 * exports is written like that: {@code hashIterations}, {@code salt} and {@code value}.
 */
final class Pbkdf2 implements ForeignHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$(pbkdf2(?:-sha1|-sha256|-sha512)?)\\$(?:i=)?(\\d{1,12})(?:,l=\\d{1,3})?"
              + "\\$([A-Za-z0-9+/.]+=*)\\$([A-Za-z0-9+/.]+=*)");
  private static final int MOST = 2_000_000;
  private static final int COSTLY = 300_000;

  private final String text;
  private final Derivation derivation;
  private final byte[] salt;
  private final byte[] hash;

  private record Derivation(String algorithm, int length, int iterations) {
    static Derivation of(String name, int iterations) {
      return switch (name) {
        case "pbkdf2-sha256" -> new Derivation("PBKDF2WithHmacSHA256", 32, iterations);
        case "pbkdf2-sha512" -> new Derivation("PBKDF2WithHmacSHA512", 64, iterations);
        default -> new Derivation("PBKDF2WithHmacSHA1", 20, iterations);
      };
    }
  }

  private Pbkdf2(String text, Derivation derivation, byte[] salt, byte[] hash) {
    this.text = text;
    this.derivation = derivation;
    this.salt = salt;
    this.hash = hash;
  }

  static Optional<Pbkdf2> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var iterations = HashBytes.within("PBKDF2 with iterations", form.group(2), MOST);
    var derivation = Derivation.of(form.group(1), iterations);
    var hash = HashBytes.hash(form.group(4));
    // Each block is made by itself and takes the whole time, so whoever guesses makes one too.
    var block = Arrays.copyOf(hash, Math.min(hash.length, derivation.length()));
    return Optional.of(new Pbkdf2(text, derivation, HashBytes.salt(form.group(3)), block));
  }

  @Override
  public boolean matches(String password) {
    return !HashBytes.hasNull(password) && MessageDigest.isEqual(hash, make(password));
  }

  private byte[] make(String password) {
    var given =
        new PBEKeySpec(password.toCharArray(), salt, derivation.iterations(), 8 * hash.length);
    try {
      return SecretKeyFactory.getInstance(derivation.algorithm())
          .generateSecret(given)
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + derivation.algorithm(), e);
    } finally {
      given.clearPassword();
    }
  }

  @Override
  public boolean isCostly() {
    return derivation.iterations() > COSTLY;
  }

  @Override
  public String text() {
    return text;
  }
}
