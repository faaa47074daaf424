package org.sallyport.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.jose.Signer;
import org.sallyport.protocol.Thumbprint;

/** A client that holds a key and proves it, by a library of its own. */
public record Prover(Signer signer, Clock clock) {

  /** One with a new key. */
  public Prover(Clock clock) {
    this(Signer.es256("unused"), clock);
  }

  /** Its key. */
  public Thumbprint key() {
    try {
      return new Thumbprint(signer.key().computeThumbprint().toString());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A new proof for a request. */
  public String proof(String method, String uri) {
    return proof(method, uri, claims -> claims);
  }

  /** A new proof for a request that shows this token. */
  public String with(String accessToken, String method, String uri) {
    return proof(method, uri, claims -> claims.claim("ath", Sha256.base64url(accessToken)));
  }

  /** A new proof, with other claims. */
  public String proof(String method, String uri, UnaryOperator<JWTClaimsSet.Builder> change) {
    return signer.sign(header().build(), claims(method, uri, change));
  }

  /** The header of a proof. */
  JWSHeader.Builder header() {
    return new JWSHeader.Builder(signer.header().build().getAlgorithm())
        .type(new JOSEObjectType("dpop+jwt"))
        .jwk(signer.key().toPublicJWK());
  }

  /** The claims of a proof. */
  JWTClaimsSet claims(String method, String uri, UnaryOperator<JWTClaimsSet.Builder> change) {
    var usual =
        new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", method)
            .claim("htu", uri)
            .issueTime(Date.from(clock.instant()));
    return change.apply(usual).build();
  }
}
