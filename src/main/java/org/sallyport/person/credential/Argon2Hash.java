package org.sallyport.person.credential;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.sallyport.platform.crypto.Secrets;

/** A hash of our own: Argon2id of version 19 (RFC 9106), written as a PHC string. */
final class Argon2Hash implements PasswordHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  private static final int SALT = 16;
  private static final int LENGTH = 32;

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  private Argon2Hash(Argon2Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  static Argon2Hash of(Password password, Argon2Cost cost) {
    var salt = Secrets.random(SALT);
    return new Argon2Hash(cost, salt, argon2(password, cost, salt, LENGTH));
  }

  /** Reads a PHC string of this form; none if it is of another. */
  static Optional<PasswordHash> read(String phc) {
    var form = FORM.matcher(phc);
    if (!form.matches()) {
      return Optional.empty();
    }
    var cost =
        new Argon2Cost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)));
    var base64 = Base64.getDecoder();
    return Optional.of(
        new Argon2Hash(cost, base64.decode(form.group(4)), base64.decode(form.group(5))));
  }

  static boolean matchesNobody(Password password, Argon2Cost cost) {
    return argon2(password, cost, Secrets.random(SALT), LENGTH).length == 0;
  }

  @Override
  public boolean matches(Password password) {
    return MessageDigest.isEqual(hash, argon2(password, cost, salt, hash.length));
  }

  @Override
  public boolean isOf(Argon2Cost today) {
    return cost.equals(today);
  }

  @Override
  public boolean isCostly(Argon2Cost today) {
    return !isOf(today) && cost.isHigh();
  }

  @Override
  public boolean isForeign() {
    return false;
  }

  @Override
  public String text() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.iterations(),
            cost.parallelism(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash[…]";
  }

  private static byte[] argon2(Password password, Argon2Cost cost, byte[] salt, int length) {
    return Argon2Memory.lend(
        memory -> {
          var hash = new byte[length];
          var generator = new Argon2BytesGenerator();
          generator.init(cost.with(salt, memory));
          generator.generateBytes(password.bytes(), hash);
          return hash;
        });
  }
}
