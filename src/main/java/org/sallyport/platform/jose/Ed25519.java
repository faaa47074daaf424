package org.sallyport.platform.jose;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Verifies by the JDK, for which the library would need another one (RFC 8032 §5.1, RFC 8037). */
final class Ed25519 {
  private static final int LENGTH = 32;

  private Ed25519() {}

  /** Whether this key has signed the bytes. */
  static boolean verifies(OctetKeyPair key, byte[] signed, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey(key.getDecodedX()));
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  // Little-endian, with the sign of x in the last bit.
  private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    if (encoded.length != LENGTH) {
      throw new GeneralSecurityException("an Ed25519 key has " + LENGTH + " bytes");
    }
    var bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = encoded[LENGTH - 1 - i];
    }
    var odd = bytes[0] < 0;
    bytes[0] &= 0x7f;
    var point = new EdECPoint(odd, new BigInteger(1, bytes));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }
}
