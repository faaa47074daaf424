package org.sallyport.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/** Access tokens: signed JWTs that a resource server can check by itself (RFC 9068). */
@ApplicationScoped
public class AccessTokens {
  @Inject SigningKeys keys;
  @Inject SignedTokens tokens;
  @Inject Settings settings;
  @Inject Clock clock;

  /** A new access token, valid from now for the time that is set. */
  public MintedToken mint(AccessTokenClaims claims) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var expiresAt = now.plus(settings.tokens().accessTokenLifetime());
    var jti = TokenName.of(claims.grant());
    var set =
        said(claims)
            .issuer(settings.issuer())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .jwtID(jti)
            .claim("token_use", "access")
            .build();
    var form = claims.form();
    return new MintedToken(keys.active(form.algorithm()).sign(form.type(), set), expiresAt, jti);
  }

  /** The access token, if this server has signed it as one and it has not expired. */
  public Optional<AccessToken> read(String value) {
    return tokens
        .read(value)
        .filter(SignedToken::isAccessToken)
        .filter(t -> t.expiresAt().isAfter(clock.instant()))
        .filter(t -> !t.isDatedAhead(clock.instant()))
        .map(AccessTokens::token);
  }

  private static JWTClaimsSet.Builder said(AccessTokenClaims claims) {
    var set = new JWTClaimsSet.Builder();
    claims.more().forEach(set::claim);
    claims.authentication().ifPresent(a -> SignInClaims.describe(a, set));
    claims.session().ifPresent(s -> set.claim("sid", s.value()));
    claims.bound().ifPresent(c -> set.claim("cnf", c.cnf()));
    if (!claims.scopes().isEmpty()) {
      set.claim("scope", claims.scopes().toString());
    }
    return set.subject(claims.subject().value())
        .audience(claims.audience())
        .claim("client_id", claims.client().value());
  }

  private static AccessToken token(SignedToken token) {
    var claims = token.claims();
    return new AccessToken(
        claims.getJWTID(),
        new Subject(claims.getSubject()),
        new ClientId(token.text("client_id").orElseThrow()),
        token.text("scope").map(Scopes::parse).orElse(Scopes.NONE),
        claims.getAudience(),
        claims.getIssueTime().toInstant(),
        token.expiresAt(),
        TokenName.grant(claims.getJWTID()),
        token.text("sid").map(SessionId::new),
        bound(claims),
        claims.toJSONObject());
  }

  private static Optional<Confirmation> bound(JWTClaimsSet claims) {
    return claims.getClaim("cnf") instanceof Map<?, ?> cnf
        ? Confirmation.of(cnf)
        : Optional.empty();
  }
}
