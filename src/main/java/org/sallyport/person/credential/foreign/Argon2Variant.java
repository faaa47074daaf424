package org.sallyport.person.credential.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hash of Argon2d, Argon2i or Argon2id (RFC 9106) as a PHC string, of version 19 or of version 16
 * from before the RFC, which is meant where none stands.
 */
final class Argon2Variant implements ForeignHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$(argon2(?:d|i|id))\\$(?:v=(16|19)\\$)?m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final int MOST_MEMORY_KIB = 1 << 17;
  private static final long MOST_WORK = 1L << 20;
  private static final long COSTLY = 1L << 17;
  private static final int MOST_LANES = 64;

  private final String text;
  private final Argon2Parameters parameters;
  private final byte[] hash;

  private Argon2Variant(String text, Argon2Parameters parameters, byte[] hash) {
    this.text = text;
    this.parameters = parameters;
    this.hash = hash;
  }

  static Optional<Argon2Variant> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var memory = HashBytes.within("Argon2 with m", form.group(3), MOST_MEMORY_KIB);
    var passes = HashBytes.within("Argon2 with t", form.group(4), (int) (MOST_WORK / memory));
    var lanes = HashBytes.within("Argon2 with p", form.group(5), MOST_LANES);
    if (memory < 8 * lanes) {
      throw new IllegalArgumentException("Argon2 with p=" + lanes + " has more memory (RFC 9106)");
    }
    var parameters =
        new Argon2Parameters.Builder(type(form.group(1)))
            .withVersion("19".equals(form.group(2)) ? 0x13 : 0x10)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(HashBytes.salt(form.group(6)))
            .build();
    return Optional.of(new Argon2Variant(text, parameters, HashBytes.hash(form.group(7))));
  }

  private static int type(String name) {
    return switch (name) {
      case "argon2d" -> Argon2Parameters.ARGON2_d;
      case "argon2i" -> Argon2Parameters.ARGON2_i;
      default -> Argon2Parameters.ARGON2_id;
    };
  }

  @Override
  public boolean matches(String password) {
    return !HashBytes.hasNull(password) && MessageDigest.isEqual(hash, make(password));
  }

  private byte[] make(String password) {
    var made = new byte[hash.length];
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    generator.generateBytes(password.getBytes(UTF_8), made);
    return made;
  }

  @Override
  public boolean isCostly() {
    return (long) parameters.getMemory() * parameters.getIterations() > COSTLY;
  }

  @Override
  public String text() {
    return text;
  }
}
