package org.sallyport.platform.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;

/** Somebody else who signs JWTs, by a library of their own. */
public record Signer(JWK key, String algorithm) {

  /** One with a new key on P-256. */
  public static Signer es256(String kid) {
    try {
      return new Signer(new ECKeyGenerator(Curve.P_256).keyID(kid).generate(), "ES256");
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** One with a new RSA key. */
  public static Signer rsa(String kid, String algorithm) {
    return rsa(kid, algorithm, 2048);
  }

  static Signer rsa(String kid, String algorithm, int bits) {
    try {
      return new Signer(new RSAKeyGenerator(bits, true).keyID(kid).generate(), algorithm);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** One with a secret. */
  public static Signer hs256(byte[] secret) {
    return new Signer(new OctetSequenceKey.Builder(secret).build(), "HS256");
  }

  /** The same key by another algorithm. */
  public Signer by(String other) {
    return new Signer(key, other);
  }

  /** What it publishes. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** The header of what it signs. */
  public JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(key.getKeyID());
  }

  /** These claims, signed. */
  public String sign(JWTClaimsSet claims) {
    return sign(header().build(), claims);
  }

  /** These claims, signed, with this {@code typ}. */
  public String sign(String type, JWTClaimsSet claims) {
    return sign(header().type(new JOSEObjectType(type)).build(), claims);
  }

  /** These claims, signed under this header. */
  public String sign(JWSHeader header, JWTClaimsSet claims) {
    try {
      var jwt = new SignedJWT(header, claims);
      jwt.sign(signer());
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** These members, signed as they are, those that are null too. */
  public String signWritten(Map<String, Object> members) {
    try {
      var jws = new JWSObject(header().build(), new Payload(members));
      jws.sign(signer());
      return jws.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private JWSSigner signer() throws JOSEException {
    if (key instanceof RSAKey rsa) {
      return new RSASSASigner(rsa);
    }
    return key instanceof ECKey elliptic
        ? new ECDSASigner(elliptic)
        : new MACSigner(key.toOctetSequenceKey());
  }
}
