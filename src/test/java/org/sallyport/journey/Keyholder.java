package org.sallyport.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An application that proves itself by a key, which {@code journey.json} has the public half of:
 * the one of RFC 7515 Appendix A.3, which is no secret.
 */
public record Keyholder(Application application) {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** The key, with its private half. */
  public static final String KEY =
      """
      {"kty":"EC","crv":"P-256","kid":"a3","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
       "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
      """;

  /** The one that is registered for private_key_jwt. */
  public static Keyholder of(Server server) {
    return new Keyholder(new Application(server, "pkj", "", "https://pkj.test/cb"));
  }

  /** The same, seen from another node. */
  public Keyholder at(Server node) {
    return of(node);
  }

  /** A new assertion, good for a minute. */
  public String assertion() {
    return assertion(application.server().issuer());
  }

  /** A new assertion for this audience. */
  public String assertion(String audience) {
    var now = Instant.now();
    return sign(
        "JWT",
        new JWTClaimsSet.Builder()
            .issuer(application.id())
            .subject(application.id())
            .audience(audience)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .build());
  }

  /** These claims, signed by the key. */
  public static String sign(String type, JWTClaimsSet claims) {
    try {
      var key = ECKey.parse(KEY);
      var header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(new JOSEObjectType(type))
              .keyID(key.getKeyID())
              .build();
      var jwt = new SignedJWT(header, claims);
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** A post of this form with a new proof. */
  public Answer posts(String path, Map<String, String> form) {
    return posts(path, form, assertion());
  }

  /** A post of this form with this proof. */
  public Answer posts(String path, Map<String, String> form, String assertion) {
    return Http.send(application.server().url(path), request(path, form, assertion).build());
  }

  /** The post, not yet sent. */
  public HttpRequest.Builder request(String path, Map<String, String> form, String assertion) {
    var fields = new LinkedHashMap<>(form);
    fields.put("client_assertion_type", TYPE);
    fields.put("client_assertion", assertion);
    return application.formPost(path, Http.form(fields));
  }

  /** Redeems what came back for its request. */
  public Answer redeems(Authorization request, Answer redirect) {
    return posts("/oauth2/token", redemption(request, redirect));
  }

  /** The form of a redemption. */
  public static Map<String, String> redemption(Authorization request, Answer redirect) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        redirect.returned().getOrDefault("code", ""),
        "redirect_uri",
        request.redirectUri(),
        "code_verifier",
        request.verifier().value());
  }
}
