package org.sallyport.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/** ID tokens, which tell one client that and how a person signed in (OpenID Connect Core §2). */
@ApplicationScoped
public class IdTokens {
  @Inject SigningKeys keys;
  @Inject SignedTokens tokens;
  @Inject Settings settings;
  @Inject Clock clock;

  /** A new ID token in compact form, valid from now for the time that is set. */
  public String mint(IdTokenClaims claims) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var set =
        said(claims)
            .issuer(settings.issuer())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(settings.tokens().idTokenLifetime())))
            .build();
    return keys.active(claims.algorithm()).sign("JWT", set);
  }

  /** What an ID token of ours hints at, expired or not; empty if it is anything else. */
  public Optional<IdTokenHint> readHint(String value) {
    return tokens.read(value).filter(SignedToken::isIdToken).map(IdTokens::hint);
  }

  private static JWTClaimsSet.Builder said(IdTokenClaims claims) {
    var set = new JWTClaimsSet.Builder();
    claims.personClaims().forEach(set::claim);
    SignInClaims.describe(claims.authentication(), set);
    claims.nonce().ifPresent(n -> set.claim("nonce", n));
    claims
        .accessToken()
        .ifPresent(t -> set.claim("at_hash", halfHash(claims.algorithm().hash(), t)));
    claims.session().ifPresent(s -> set.claim("sid", s.value()));
    return set.subject(claims.subject().value()).audience(claims.client().value());
  }

  // OpenID Connect Core §3.1.3.6: the left half of the hash that the algorithm has.
  private static String halfHash(String name, String accessToken) {
    try {
      var hash = MessageDigest.getInstance(name).digest(accessToken.getBytes(US_ASCII));
      var half = Arrays.copyOf(hash, hash.length / 2);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }

  private static IdTokenHint hint(SignedToken token) {
    var claims = token.claims();
    return new IdTokenHint(
        new Subject(claims.getSubject()),
        new ClientId(claims.getAudience().get(0)),
        token.text("sid").map(SessionId::new),
        SignInClaims.time(claims));
  }
}
