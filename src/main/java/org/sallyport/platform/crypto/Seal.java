package org.sallyport.platform.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and authenticates by AES-256-GCM (NIST SP 800-38D).
 *
 * <p>Each message has a key of its own, made from the seal's key and a random salt: GCM under one
 * key alone is sound for 2^32 random nonces only, and anonymous requests may ask for more.
 */
public final class Seal {
  private static final int SALT = 12;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final Mac keys;

  /** Seals under these 32 bytes. */
  public Seal(byte[] key) {
    this.keys = new Mac(key);
  }

  /**
   * Seals a message.
   *
   * @param context authenticated but not contained: what the message is for
   * @return salt ‖ nonce ‖ cipher text ‖ tag: 40 bytes more than the message
   */
  public byte[] seal(byte[] message, byte[] context) {
    var saltAndNonce = Secrets.random(SALT + NONCE);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, saltAndNonce, context).doFinal(message);
      return ByteBuffer.allocate(SALT + NONCE + sealed.length)
          .put(saltAndNonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  /** The message, unless it was not sealed under this key for this context. */
  public Optional<byte[]> open(byte[] sealed, byte[] context) {
    if (sealed.length < SALT + NONCE + TAG) {
      return Optional.empty();
    }
    try {
      var saltAndNonce = Arrays.copyOf(sealed, SALT + NONCE);
      var cipher = cipher(Cipher.DECRYPT_MODE, saltAndNonce, context);
      return Optional.of(cipher.doFinal(sealed, SALT + NONCE, sealed.length - SALT - NONCE));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to decrypt", e);
    }
  }

  private Cipher cipher(int mode, byte[] saltAndNonce, byte[] context)
      throws GeneralSecurityException {
    var key = new SecretKeySpec(keys.of(Arrays.copyOf(saltAndNonce, SALT)), "AES");
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, saltAndNonce, SALT, NONCE));
    cipher.updateAAD(context);
    return cipher;
  }
}
