package org.sallyport.platform.jose;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/**
 * How a JWT is encrypted to a key of somebody else's (RFC 7519 §5.2, RFC 7518 §4, §5).
 *
 * @param algorithm how the key of the content is agreed on or encrypted
 * @param method how the content is
 */
public record Encryption(String algorithm, String method) {
  /** The algorithms. */
  public static final List<String> ALGORITHMS =
      List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW", "RSA-OAEP-256");

  /** Those of them by which others may encrypt to keys of ours. */
  public static final List<String> TO_US = List.of("ECDH-ES", "RSA-OAEP-256");

  /** The methods; the first one is what holds if nobody says. */
  public static final List<String> METHODS =
      List.of("A128CBC-HS256", "A256CBC-HS512", "A128GCM", "A256GCM");

  public Encryption {
    if (!ALGORITHMS.contains(algorithm)) {
      throw INVALID_CLIENT_METADATA.because("this server encrypts by one of " + ALGORITHMS);
    }
    if (!METHODS.contains(method)) {
      throw INVALID_CLIENT_METADATA.because("this server encrypts content by one of " + METHODS);
    }
  }

  /** Whether the key is for this, and strong enough. */
  boolean suits(JWK key) {
    var named = key.getAlgorithm();
    return KeyUse.ENCRYPTION.equals(key.getKeyUse())
        && (named == null || named.getName().equals(algorithm))
        && (algorithm.startsWith("RSA")
            ? key instanceof RSAKey rsa && Verification.isSound(rsa)
            : key instanceof ECKey elliptic && Verification.knows(elliptic.getCurve()));
  }

  /** The JWT, encrypted to this key. */
  public String encrypt(String jwt, JWK key) {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.parse(algorithm), EncryptionMethod.parse(method))
            .contentType("JWT")
            .keyID(key.getKeyID())
            .build();
    var encrypted = new JWEObject(header, new Payload(jwt));
    try {
      encrypted.encrypt(encrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("nothing can be encrypted to key " + key.getKeyID(), e);
    }
    return encrypted.serialize();
  }

  private static JWEEncrypter encrypter(JWK key) throws JOSEException {
    return key instanceof RSAKey rsa
        ? new RSAEncrypter(rsa.toRSAPublicKey())
        : new ECDHEncrypter(key.toECKey().toECPublicKey());
  }
}
