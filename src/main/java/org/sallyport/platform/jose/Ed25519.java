package org.sallyport.platform.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * Signs and verifies by the JDK, for which the library would need another one (RFC 8032 §5.1, RFC
 * 8037).
 */
public final class Ed25519 {
  private static final int LENGTH = 32;

  private Ed25519() {}

  /** A new key, its {@code kid} and {@code alg} still to be said. */
  public static OctetKeyPair.Builder newKey() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      // The key itself is the end of its encoding (RFC 8410 §4).
      var encoded = pair.getPublic().getEncoded();
      var x = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
      var d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).d(Base64URL.encode(d));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** The signature of this key, which has its private half, over the bytes. */
  public static byte[] sign(OctetKeyPair key, byte[] bytes) throws GeneralSecurityException {
    var half = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.getDecodedD());
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(half));
    signer.update(bytes);
    return signer.sign();
  }

  /** Whether this key has signed the bytes. */
  public static boolean verifies(OctetKeyPair key, byte[] signed, byte[] signature) {
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
