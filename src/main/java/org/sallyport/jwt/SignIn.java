package org.sallyport.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import org.sallyport.protocol.Authentication;

/** How a person signed in, in the claims of a token (OpenID Connect Core §2, RFC 9068 §2.2.1). */
final class SignIn {
  private SignIn() {}

  static void describe(Authentication authentication, JWTClaimsSet.Builder claims) {
    claims
        .claim("auth_time", authentication.time().getEpochSecond())
        .claim("acr", authentication.acr())
        .claim("amr", authentication.amr());
  }
}
