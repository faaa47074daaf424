package org.sallyport.platform.crypto;

import java.util.Base64;
import java.util.Optional;

/** Seals under a fixed key. */
public final class OneKey implements ServerSeal {
  private final Seal seal = new Seal(new byte[32]);

  @Override
  public String seal(Purpose purpose, byte[] message) {
    var sealed = seal.seal(message, context(purpose));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  @Override
  public Optional<byte[]> open(Purpose purpose, String sealed) {
    try {
      return seal.open(Base64.getUrlDecoder().decode(sealed), context(purpose));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] context(Purpose purpose) {
    return new byte[] {(byte) purpose.name().charAt(0)};
  }
}
