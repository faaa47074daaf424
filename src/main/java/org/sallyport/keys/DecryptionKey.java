package org.sallyport.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import org.sallyport.platform.jose.JoseParser;

/** A key pair of the server that others encrypt to (RFC 7516 §5.2). */
final class DecryptionKey implements KeyRing.Key {
  private final JWK publicKey;
  private final JWEDecrypter decrypter;

  private DecryptionKey(JWK publicKey, JWEDecrypter decrypter) {
    this.publicKey = publicKey;
    this.decrypter = decrypter;
  }

  /** The key of this JWK, which has its private members. */
  static DecryptionKey of(JWK key) throws JOSEException {
    var decrypter =
        key instanceof RSAKey rsa ? new RSADecrypter(rsa) : new ECDHDecrypter(key.toECKey());
    return new DecryptionKey(key.toPublicJWK(), decrypter);
  }

  /** Whether this is the key that the object says it was encrypted to, if it says so. */
  boolean mayOpen(JWEObject object) {
    var header = object.getHeader();
    return header.getAlgorithm().getName().equals(publicKey.getAlgorithm().getName())
        && (header.getKeyID() == null || header.getKeyID().equals(publicKey.getKeyID()))
        && isComplete(object);
  }

  // RFC 7516 §5.2, step 10: a key that is agreed on is not sent too.
  private static boolean isComplete(JWEObject object) {
    var agreed = object.getHeader().getAlgorithm().equals(JWEAlgorithm.ECDH_ES);
    return agreed == (object.getEncryptedKey() == null);
  }

  /**
   * What is inside; nothing if it was not encrypted to this key, or was changed, or a stranger has
   * put something into the header that the library stumbles over.
   */
  Optional<String> open(JWEObject object) {
    return JoseParser.decrypted(object, decrypter);
  }

  /** What others may know of it. */
  JWK publicKey() {
    return publicKey;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "DecryptionKey[" + publicKey.getKeyID() + "]";
  }
}
