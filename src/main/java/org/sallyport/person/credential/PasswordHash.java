package org.sallyport.person.credential;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.sallyport.platform.crypto.Secrets;

/** A password as it is kept: Argon2id (RFC 9106), written as a PHC string. */
public final class PasswordHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  private static final int SALT = 16;
  private static final int LENGTH = 32;

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(Argon2Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  /** Hashes a password under a fresh salt. */
  public static PasswordHash of(Password password, Argon2Cost cost) {
    var salt = Secrets.random(SALT);
    return new PasswordHash(cost, salt, argon2(password, cost, salt, LENGTH));
  }

  /**
   * Reads a PHC string; refuses any but Argon2id of version 19 with {@code m}, {@code t}, {@code
   * p}.
   */
  public static PasswordHash parse(String phc) {
    var form = FORM.matcher(phc);
    if (!form.matches()) {
      throw new IllegalArgumentException("must look like $argon2id$v=19$m=…,t=…,p=…$salt$hash");
    }
    var cost =
        new Argon2Cost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)));
    var base64 = Base64.getDecoder();
    return new PasswordHash(cost, base64.decode(form.group(4)), base64.decode(form.group(5)));
  }

  /** Whether this is a text that {@link #parse} takes. */
  public static boolean isReadable(String phc) {
    try {
      return !parse(phc).phc().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether this is the password; takes as long as hashing does. */
  public boolean matches(Password password) {
    return MessageDigest.isEqual(hash, argon2(password, cost, salt, hash.length));
  }

  /** Whether this is nobody's password: never, but it takes as long as {@link #matches} does. */
  public static boolean matchesNobody(Password password, Argon2Cost cost) {
    return argon2(password, cost, Secrets.random(SALT), LENGTH).length == 0;
  }

  /** What it cost to make, and costs to check. */
  public Argon2Cost cost() {
    return cost;
  }

  /** The PHC string: parameters, salt and hash. */
  public String phc() {
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
