package org.sallyport.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The key that seals all others; it is never in the database. */
public final class MasterKey {
  private static final int LENGTH = 32;
  private static final int FIRST = 1;

  private final Seal seal;
  private final Mac macKeys;

  private MasterKey(byte[] key) {
    this.seal = new Seal(key);
    this.macKeys = new Mac(key);
  }

  /** The key of this base64 or base64url text; refuses what does not stand for 32 bytes. */
  public static MasterKey parse(String text) {
    var key = Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("a master key has " + LENGTH + " bytes");
    }
    return new MasterKey(key);
  }

  /** A new master key, as text. */
  static String random() {
    return Base64.getEncoder().encodeToString(Secrets.random(LENGTH));
  }

  /** The number that is kept beside all that this key seals. */
  public int number() {
    return FIRST;
  }

  /**
   * Seals a key.
   *
   * @param context what the key is; it opens as nothing else
   * @return its base64, and the {@link #number} of this key
   */
  public Sealed seal(byte[] key, String context) {
    var sealed = Base64.getEncoder().encodeToString(seal.seal(key, context.getBytes(UTF_8)));
    return new Sealed(sealed, number());
  }

  /**
   * Authenticates data.
   *
   * @param use what for; a code is good for nothing else
   * @return 64 lower-case hexadecimal digits
   */
  public String mac(byte[] data, String use) {
    // Longer than the salt of a seal, so that no key that seals is the same.
    var key = macKeys.of(("authenticates " + use).getBytes(UTF_8));
    return HexFormat.of().formatHex(new Mac(key).of(data));
  }

  /** The key, unless this master key did not seal it, or not as this. */
  public Optional<byte[]> open(Sealed sealed, String context) {
    return sealed.by() == number()
        ? seal.open(Base64.getDecoder().decode(sealed.text()), context.getBytes(UTF_8))
        : Optional.empty();
  }
}
