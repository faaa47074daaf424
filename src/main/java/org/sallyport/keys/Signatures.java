package org.sallyport.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jca.JCAAware;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.JWK;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * Signers and verifiers that are ready to use (RFC 7515 §5).
 *
 * @param provider who computes; none if the JDK does
 */
record Signatures(Optional<Provider> provider) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A signer with the private half of this key. */
  JWSSigner signer(SigningAlgorithm algorithm, JWK key) throws JOSEException {
    return switch (algorithm.kind()) {
      case RSA -> by(new RSASSASigner((PrivateKey) own(key.toRSAKey().toPrivateKey())));
      case ELLIPTIC -> {
        var pair = key.toECKey();
        yield by(new ECDSASigner((PrivateKey) own(pair.toPrivateKey()), pair.getCurve()));
      }
      case EDWARDS -> new EdwardsSignature(algorithm, key.toOctetKeyPair());
    };
  }

  /** A verifier with the public half of this key. */
  JWSVerifier verifier(SigningAlgorithm algorithm, JWK key) throws JOSEException {
    return switch (algorithm.kind()) {
      case RSA -> by(new RSASSAVerifier((RSAPublicKey) own(key.toRSAKey().toPublicKey())));
      case ELLIPTIC -> by(new ECDSAVerifier((ECPublicKey) own(key.toECKey().toPublicKey())));
      case EDWARDS -> new EdwardsSignature(algorithm, key.toOctetKeyPair().toPublicJWK());
    };
  }

  // Without a generator of its own, each signature would begin with the search for one.
  private <T extends JCAAware<JCAContext>> T by(T worker) {
    worker.getJCAContext().setSecureRandom(RANDOM);
    provider.ifPresent(worker.getJCAContext()::setProvider);
    return worker;
  }

  // A key of the JDK's would be translated for each signature.
  private Key own(Key key) throws JOSEException {
    if (provider.isEmpty()) {
      return key;
    }
    try {
      return KeyFactory.getInstance(key.getAlgorithm(), provider.get()).translateKey(key);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new JOSEException("the provider does not take the key", e);
    }
  }
}
