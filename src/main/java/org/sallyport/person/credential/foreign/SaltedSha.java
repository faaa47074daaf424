package org.sallyport.person.credential.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A salted hash of a directory, as in {@code userPassword} (RFC 2307 §5.3): {@code {SSHA}}, {@code
 * {SSHA256}} or {@code {SSHA512}}, then base64 of the hash and the salt behind it. It is cheap to
 * guess at, so it should not stay for long; without salt none is taken.
 */
final class SaltedSha implements ForeignHash {
  private static final Pattern FORM =
      Pattern.compile("\\{(S?SHA(?:256|512)?)\\}([A-Za-z0-9+/]+=*)");
  private static final Map<String, Sha> DIGESTS =
      Map.of(
          "SSHA", new Sha("SHA-1", 20),
          "SSHA256", new Sha("SHA-256", 32),
          "SSHA512", new Sha("SHA-512", 64));
  private static final int LONGEST_SALT = 64;

  private final String text;
  private final Sha digest;
  private final byte[] salt;
  private final byte[] hash;

  private record Sha(String algorithm, int length) {}

  private SaltedSha(String text, Sha digest, byte[] bytes) {
    this.text = text;
    this.digest = digest;
    this.hash = Arrays.copyOf(bytes, digest.length());
    this.salt = Arrays.copyOfRange(bytes, digest.length(), bytes.length);
  }

  static Optional<SaltedSha> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var digest = DIGESTS.get(form.group(1));
    if (digest == null) {
      throw new IllegalArgumentException("{" + form.group(1) + "} has no salt");
    }
    var bytes = HashBytes.decode(form.group(2));
    var salt = bytes.length - digest.length();
    if (salt < 1 || salt > LONGEST_SALT) {
      throw new IllegalArgumentException(
          "{%s} must have a salt of 1 to %d bytes behind the hash"
              .formatted(form.group(1), LONGEST_SALT));
    }
    return Optional.of(new SaltedSha(text, digest, bytes));
  }

  @Override
  public boolean matches(String password) {
    return !HashBytes.hasNull(password) && MessageDigest.isEqual(hash, make(password));
  }

  private byte[] make(String password) {
    try {
      var sha = MessageDigest.getInstance(digest.algorithm());
      sha.update(password.getBytes(UTF_8));
      return sha.digest(salt);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + digest.algorithm(), e);
    }
  }

  @Override
  public boolean isCostly() {
    return false;
  }

  @Override
  public String text() {
    return text;
  }
}
