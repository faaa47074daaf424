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

  /** Whom the example of RFC 7516 Appendix A.1 is encrypted to, whose key is no secret either. */
  public static final Recipient RSA =
      of(
          """
          {"kty":"RSA","use":"enc","kid":"rsa","e":"AQAB",
           "n":"oahUIoWw0K0usKNuOR6H4wkf4oBUXHTxRvgb48E-BVvxkeDNjbC4he8rUWcJoZmds2h7M70imEVhRU5djI\
           NXtqllXI4DFqcI1DgjT9LewND8MW2Krf3Spsk_ZkoFnilakGygTwpZ3uesH-PFABNIUYpOiN15dsQRkgr0\
           vEhxN92i2asbOenSZeyaxziK72UwxrrKoExv6kc5twXTq4h-QChLOln0_mtUZwfsRaMStPs6mS6Xrgxnxb\
           Whojf663tuEQueGC-FCMfra36C9knDFGzKsNa7LZK2djYgyD3JR_MB_4NUJW_TqOQtwHYbxevoJArm-L5S\
           towjzGy-_bq6Gw",
           "d":"kLdtIj6GbDks_ApCSTYQtelcNttlKiOyPzMrXHeI-yk1F7-kpDxY4-WY5NWV5KntaEeXS1j82E375xxhWM\
           HXyvjYecPT9fpwR_M9gV8n9Hrh2anTpTD93Dt62ypW3yDsJzBnTnrYu1iwWRgBKrEYY46qAZIrA2xAwnm2\
           X7uGR1hghkqDp0Vqj3kbSCz1XyfCs6_LehBwtxHIyh8Ripy40p24moOAbgxVw3rxT_vlt3UVe4WO3JkJOz\
           lpUf-KTVI2Ptgm-dARxTEtE-id-4OJr0h-K-VFs3VSndVTIznSxfyrj8ILL6MG_Uv8YAu7VILSB3lOW085\
           -4qE3DzgrTjgyQ",
           "p":"1r52Xk46c-LsfB5P442p7atdPUrxQSy4mti_tZI3Mgf2EuFVbUoDBvaRQ-SWxkbkmoEzL7JXroSBjSrK3Y\
           IQgYdMgyAEPTPjXv_hI2_1eTSPVZfzL0lffNn03IXqWF5MDFuoUYE0hzb2vhrlN_rKrbfDIwUbTrjjgieR\
           bwC6Cl0",
           "q":"wLb35x7hmQWZsWJmB_vle87ihgZ19S8lBEROLIsZG4ayZVe9Hi9gDVCOBmUDdaDYVTSNx_8Fyw1YYa9XGr\
           GnDew00J28cRUoeBB_jKI1oma0Orv1T9aXIWxKwd4gvxFImOWr3QRL9KEBRzk2RatUBnmDZJTIAfwTs0g6\
           8UZHvtc",
           "dp":"ZK-YwE7diUh0qR1tR7w8WHtolDx3MZ_OTowiFvgfeQ3SiresXjm9gZ5KLhMXvo-uz-KUJWDxS5pFQ_M0ev\
           do1dKiRTjVw_x4NyqyXPM5nULPkcpU827rnpZzAJKpdhWAgqrXGKAECQH0Xt4taznjnd_zVpAmZZq60WPM\
           BMfKcuE",
           "dq":"Dq0gfgJ1DdFGXiLvQEZnuKEN0UUmsJBxkjydc3j4ZYdBiMRAy86x0vHCjywcMlYYg4yoC4YZa9hNVcsjqA\
           3FeiL19rk8g6Qn29Tt0cj8qqyFpz9vNDBUfCAiJVeESOjJDZPYHdHY8v1b-o-Z2X5tvLx-TCekf7oxyeKD\
           UqKWjis",
           "qi":"VIMpMYbPf47dT1w_zDUXfPimsSegnMOA1zTaX7aGk_8urY6R8-ZW1FxU7AlWAyLWybqq6t16VFd7hQd0y6\
           flUK4SlOydB61gwanOsXGOAOv82cHq0E3eL4HrtZkUuKvnPrMnsUUFlfUdybVzxyjz9JF_XyaY14ardLSj\
           f4L_FNY"}
          """);

  private static Recipient of(String jwk) {
    try {
      return new Recipient(JWK.parse(jwk));
    } catch (ParseException e) {
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
