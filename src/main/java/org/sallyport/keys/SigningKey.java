package org.sallyport.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sallyport.platform.jose.JoseParser;
import org.sallyport.protocol.SigningAlgorithm;

/** A key pair of the server, with its signer and verifier ready (RFC 7515 §5). */
public final class SigningKey implements KeyRing.Key {
  private final SigningAlgorithm algorithm;
  private final JWK publicKey;
  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Map<String, JWSHeader> headers = new ConcurrentHashMap<>();

  private SigningKey(
      SigningAlgorithm algorithm, JWK publicKey, JWSSigner signer, JWSVerifier verifier) {
    this.algorithm = algorithm;
    this.publicKey = publicKey;
    this.signer = signer;
    this.verifier = verifier;
  }

  /** The key of this JWK, which has its private members. */
  static SigningKey of(SigningAlgorithm algorithm, JWK key, Signatures signatures)
      throws JOSEException {
    return new SigningKey(
        algorithm,
        key.toPublicJWK(),
        signatures.signer(algorithm, key),
        signatures.verifier(algorithm, key));
  }

  /** The {@code kid} that tokens and the JWKS name it by. */
  public String kid() {
    return publicKey.getKeyID();
  }

  /** How it signs, and nothing else. */
  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  /** The claims as a signed JWT in compact form, with this {@code typ}. */
  public String sign(String type, JWTClaimsSet claims) {
    return sign(headers.computeIfAbsent(type, this::header), claims);
  }

  /** The claims as a signed JWT without {@code typ}, which none of our tokens is taken for. */
  public String sign(JWTClaimsSet claims) {
    return sign(header().build(), claims);
  }

  // Encoded already: tokens of one type differ in nothing here.
  private JWSHeader header(String type) {
    var header = header().type(new JOSEObjectType(type)).build();
    return new JWSHeader.Builder(header).parsedBase64URL(header.toBase64URL()).build();
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name())).keyID(kid());
  }

  private String sign(JWSHeader header, JWTClaimsSet claims) {
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("signing with key " + kid() + " failed", e);
    }
    return jwt.serialize();
  }

  /** Whether this key has signed the token by its own algorithm (RFC 8725 §3.1). */
  public boolean hasSigned(SignedJWT token) {
    return token.getHeader().getAlgorithm().getName().equals(algorithm.name())
        && JoseParser.verifies(token, verifier);
  }

  /** What verifiers may know of it. */
  JWK publicKey() {
    return publicKey;
  }
}
