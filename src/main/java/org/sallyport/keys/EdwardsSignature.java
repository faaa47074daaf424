package org.sallyport.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.sallyport.platform.jose.Ed25519;
import org.sallyport.protocol.SigningAlgorithm;

/** Signs and verifies by the JDK, for which the library would need another one (RFC 8037 §3.1). */
record EdwardsSignature(SigningAlgorithm algorithm, OctetKeyPair key)
    implements JWSSigner, JWSVerifier {

  @Override
  public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
    try {
      return Base64URL.encode(Ed25519.sign(key, input));
    } catch (GeneralSecurityException e) {
      throw new JOSEException("the key does not sign", e);
    }
  }

  @Override
  public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
    return Ed25519.verifies(key, input, signature.decode());
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.parse(algorithm.name()));
  }

  @Override
  public JCAContext getJCAContext() {
    return new JCAContext();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "EdwardsSignature[" + key.getKeyID() + "]";
  }
}
