package org.sallyport.demo.api;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A verified token, in the same shape as those of MicroProfile JWT. */
record ProvedToken(String raw, JWTClaimsSet claims) implements JsonWebToken {

  @Override
  public String getName() {
    return claims.getSubject();
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.getClaims().keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so the interface has it
  public <T> @Nullable T getClaim(String name) {
    return (T) value(name);
  }

  private @Nullable Object value(String name) {
    var value = claims.getClaim(name);
    if (name.equals(Claims.raw_token.name())) {
      return raw;
    }
    if (value instanceof Date time) {
      return time.toInstant().getEpochSecond();
    }
    return value instanceof List<?> several ? Set.copyOf(several) : value;
  }

  /** Without the token, which is a credential. */
  @Override
  public String toString() {
    return "ProvedToken[" + claims.getJWTID() + "]";
  }
}
