package org.sallyport.person.credential.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** A hash of scrypt (RFC 7914) as a PHC string: {@code $scrypt$ln=16,r=8,p=1$salt$hash}. */
final class Scrypt implements ForeignHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$scrypt\\$ln=(\\d{1,9}),r=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$([A-Za-z0-9+/.]+=*)\\$([A-Za-z0-9+/.]+=*)");
  // N * r, of 128 bytes each: 128 MiB.
  private static final long MOST_MEMORY = 1L << 20;
  private static final int MOST_LOG = 20;
  private static final long MOST_WORK = 1L << 21;
  private static final long COSTLY = 1L << 18;

  private final String text;
  private final ScryptCost cost;
  private final byte[] salt;
  private final byte[] hash;

  private record ScryptCost(int log, int blocks, int lanes) {
    ScryptCost {
      if (log == 0 || blocks == 0 || lanes == 0 || (blocks == 1 && log > 15)) {
        throw new IllegalArgumentException("scrypt has no such parameters");
      }
      if (log > MOST_LOG || isTooMuch((long) blocks << log, lanes)) {
        throw new IllegalArgumentException(
            "scrypt of ln=%d,r=%d,p=%d costs too much, and at most ln=17,r=8,p=2 is checked"
                .formatted(log, blocks, lanes));
      }
    }

    // The fields are not there yet when this is asked.
    private static boolean isTooMuch(long memory, int lanes) {
      return memory > MOST_MEMORY || memory * lanes > MOST_WORK;
    }

    long work() {
      return ((long) blocks << log) * lanes;
    }
  }

  private Scrypt(String text, ScryptCost cost, byte[] salt, byte[] hash) {
    this.text = text;
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  static Optional<Scrypt> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var cost =
        new ScryptCost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)));
    return Optional.of(
        new Scrypt(text, cost, HashBytes.salt(form.group(4)), HashBytes.hash(form.group(5))));
  }

  @Override
  public boolean matches(String password) {
    return !HashBytes.hasNull(password) && MessageDigest.isEqual(hash, make(password));
  }

  private byte[] make(String password) {
    return SCrypt.generate(
        password.getBytes(UTF_8), salt, 1 << cost.log(), cost.blocks(), cost.lanes(), hash.length);
  }

  @Override
  public boolean isCostly() {
    return cost.work() > COSTLY;
  }

  @Override
  public String text() {
    return text;
  }
}
