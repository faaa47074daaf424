package org.sallyport.journey;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Looks into a JWT without checking it. */
public final class Tokens {
  private Tokens() {}

  /** Its claims. */
  public static JWTClaimsSet claims(String jwt) {
    try {
      return SignedJWT.parse(jwt).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError(jwt, e);
    }
  }

  /** Its header. */
  public static JWSHeader header(String jwt) {
    try {
      return SignedJWT.parse(jwt).getHeader();
    } catch (ParseException e) {
      throw new AssertionError(jwt, e);
    }
  }
}
