package org.sallyport.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.protocol.Authentication;

/** How a person signed in, in the claims of a token (OpenID Connect Core §2, RFC 9068 §2.2.1). */
final class SignInClaims {
  private static final String TIME = "auth_time";

  private SignInClaims() {}

  /** When it was, in whole seconds. */
  static Optional<Instant> time(JWTClaimsSet claims) {
    return claims.getClaim(TIME) instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  static void describe(Authentication authentication, JWTClaimsSet.Builder claims) {
    claims
        .claim(TIME, authentication.time().getEpochSecond())
        .claim("acr", authentication.acr())
        .claim("amr", authentication.amr());
  }
}
