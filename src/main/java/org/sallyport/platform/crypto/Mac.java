package org.sallyport.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key (RFC 2104). */
public final class Mac {
  /** The length of a code, in bytes. */
  public static final int LENGTH = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final javax.crypto.Mac keyed;

  /** Authenticates under these 32 bytes. */
  public Mac(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("a key of HMAC-SHA256 has 32 bytes here");
    }
    try {
      keyed = javax.crypto.Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The 32 bytes that authenticate the data. */
  public byte[] of(byte[] data) {
    try {
      // A copy for each, since any number of threads ask; to make one anew takes three times as
      // long.
      return ((javax.crypto.Mac) keyed.clone()).doFinal(data);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("HmacSHA256 of this Java platform cannot be copied", e);
    }
  }

  /** Whether the code authenticates the data, told in constant time. */
  public boolean matches(byte[] code, byte[] data) {
    return MessageDigest.isEqual(code, of(data));
  }
}
