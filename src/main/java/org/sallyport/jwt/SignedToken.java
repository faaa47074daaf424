package org.sallyport.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.jose.JoseParser;
import org.sallyport.platform.persistence.mapping.StoredTime;

/**
 * A token whose signature has been verified.
 *
 * @param key the {@code kid} of the key that signed it
 * @param type its {@code typ}
 * @param use our own claim {@code token_use}, which keeps an ID token from passing as an access
 *     token where both have {@code typ} JWT (RFC 8725 §3.12)
 */
record SignedToken(String key, String type, Optional<String> use, JWTClaimsSet claims) {
  private static final String USE = "token_use";

  static Optional<SignedToken> of(SignedJWT token) {
    var key = token.getHeader().getKeyID();
    var type = Optional.ofNullable(token.getHeader().getType()).map(JOSEObjectType::getType);
    return type.flatMap(
        t ->
            JoseParser.claims(token)
                .filter(c -> c.getClaim(USE) == null || JoseParser.text(c, USE).isPresent())
                .map(c -> new SignedToken(key, t, JoseParser.text(c, USE), c)));
  }

  boolean isFrom(String issuer) {
    return issuer.equals(claims.getIssuer());
  }

  boolean isAccessToken() {
    return (type.equals("at+jwt") || type.equals("JWT"))
        && use.filter("access"::equals).isPresent();
  }

  boolean isIdToken() {
    return type.equals("JWT") && use.isEmpty() && claims.getAudience().size() == 1;
  }

  Instant expiresAt() {
    return claims.getExpirationTime().toInstant();
  }

  /** Whether a clock that was wrong has dated it ahead, so that it would be good for too long. */
  boolean isDatedAhead(Instant now) {
    return StoredTime.isAhead(claims.getIssueTime().toInstant(), now);
  }

  Optional<String> text(String claim) {
    return Optional.ofNullable(claims.getClaim(claim)).map(Object::toString);
  }
}
