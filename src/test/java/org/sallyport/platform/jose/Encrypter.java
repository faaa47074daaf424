package org.sallyport.platform.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;

/** Somebody else who encrypts to a key that is published, by a library of their own. */
public record Encrypter(JWK key) {

  /** One who takes the key for this algorithm out of a JWK set. */
  public static Encrypter to(String jwks, String algorithm) {
    try {
      return JWKSet.parse(jwks).getKeys().stream()
          .filter(k -> KeyUse.ENCRYPTION.equals(k.getKeyUse()))
          .filter(k -> k.getAlgorithm().getName().equals(algorithm))
          .findFirst()
          .map(Encrypter::new)
          .orElseThrow(() -> new AssertionError("no key for " + algorithm + " in " + jwks));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** The header of what it encrypts. */
  public JWEHeader.Builder header(String method) {
    return new JWEHeader.Builder(
            JWEAlgorithm.parse(key.getAlgorithm().getName()), EncryptionMethod.parse(method))
        .contentType("JWT")
        .keyID(key.getKeyID());
  }

  /** This, encrypted. */
  public String encrypt(String content) {
    return encrypt(header("A128CBC-HS256").build(), content);
  }

  /** This, encrypted under this header. */
  public String encrypt(JWEHeader header, String content) {
    try {
      var object = new JWEObject(header, new Payload(content));
      object.encrypt(
          key instanceof RSAKey rsa ? new RSAEncrypter(rsa) : new ECDHEncrypter(key.toECKey()));
      return object.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
