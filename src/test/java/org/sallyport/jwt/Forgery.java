package org.sallyport.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sallyport.keys.SigningKeys;

/** Tokens that look like ours and are not (RFC 8725 §2). */
record Forgery(SignedJWT genuine, SigningKeys keys) {

  static Forgery of(String genuine, SigningKeys keys) throws ParseException {
    return new Forgery(SignedJWT.parse(genuine), keys);
  }

  /** Forged in every way there is. */
  List<String> all() throws JOSEException, ParseException {
    var rsa = new RSAKeyGenerator(2048).keyID(kid()).generate();
    var ec = new ECKeyGenerator(Curve.P_256).keyID(kid()).generate();
    var confused = new MACSigner(publicKey());
    return List.of(
        unsigned("none"),
        unsigned("None"),
        unsigned("HS256"),
        unsigned(genuine.getHeader().getAlgorithm().getName()),
        signed(Map.of("alg", "HS256"), confused),
        signed(Map.of("alg", "RS256"), new RSASSASigner(rsa)),
        signed(Map.of("alg", "ES256"), new ECDSASigner(ec)),
        signed(Map.of("alg", "ES256", "jwk", ec.toPublicJWK().toJSONObject()), new ECDSASigner(ec)),
        signed(Map.of("alg", "ES256", "kid", "../../etc/passwd"), new ECDSASigner(ec)),
        signed(Map.of("alg", "ES256", "jku", "https://evil.test/jwks"), new ECDSASigner(ec)),
        otherPayload());
  }

  /** The header changed, and no signature. */
  private String unsigned(String alg) {
    return header(Map.of("alg", alg)) + "." + payload() + ".";
  }

  private String signed(Map<String, Object> changes, JWSSigner signer)
      throws JOSEException, ParseException {
    var header = header(changes);
    var input = (header + "." + payload()).getBytes(UTF_8);
    return header + "." + payload() + "." + signer.sign(JWSHeader.parse(header), input);
  }

  private String otherPayload() {
    var parts = genuine.getParsedParts();
    var other = genuine.getPayload().toString().replace("alice-1", "admin-1");
    return parts[0] + "." + Base64URL.encode(other) + "." + parts[2];
  }

  private Base64URL header(Map<String, Object> changes) {
    var header = new TreeMap<>(genuine.getHeader().toJSONObject());
    header.putAll(changes);
    return Base64URL.encode(JSONObjectUtils.toJSONString(header));
  }

  private Base64URL payload() {
    return genuine.getParsedParts()[1];
  }

  private String kid() {
    return genuine.getHeader().getKeyID();
  }

  private byte[] publicKey() throws ParseException {
    var set = JWKSet.parse(keys.published().json());
    return set.getKeyByKeyId(kid()).toJSONString().getBytes(UTF_8);
  }
}
