package org.sallyport.platform.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/** Somebody else who reads what is encrypted to them, by a library of their own. */
public record Recipient(JWK key) {
  /** Bob of RFC 7518 Appendix C, whose key is no secret. */
  public static final Recipient BOB =
      of(
          """
          {"kty":"EC","crv":"P-256","use":"enc","kid":"bob",
           "x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ",
           "y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck",
           "d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}
          """);

  private static Recipient of(String jwk) {
    try {
      return new Recipient(JWK.parse(jwk));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  static Recipient rsa(int bits) {
    try {
      var maker = new RSAKeyGenerator(bits, true).keyUse(KeyUse.ENCRYPTION).keyID("rsa");
      return new Recipient(maker.generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static Recipient elliptic(Curve curve) {
    try {
      var maker = new ECKeyGenerator(curve).keyUse(KeyUse.ENCRYPTION).keyID("ec");
      return new Recipient(maker.generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it publishes. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** What is inside. */
  public String reads(String encrypted) {
    try {
      var object = JWEObject.parse(encrypted);
      object.decrypt(
          key instanceof RSAKey rsa ? new RSADecrypter(rsa) : new ECDHDecrypter((ECKey) key));
      return object.getPayload().toString();
    } catch (JOSEException | ParseException e) {
      throw new AssertionError(e);
    }
  }
}
