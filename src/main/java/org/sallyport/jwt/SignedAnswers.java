package org.sallyport.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SigningAlgorithm;

/** Answers as JWTs, which nobody can change or deny later; none passes for a token of ours. */
@ApplicationScoped
public class SignedAnswers {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Inject SigningKeys keys;
  @Inject Settings settings;
  @Inject Clock clock;

  /** An authorization response (JWT Secured Authorization Response Mode §2.1). */
  public String authorization(
      ClientId client, SigningAlgorithm algorithm, Map<String, String> parameters) {
    var set = new JWTClaimsSet.Builder();
    parameters.forEach(set::claim);
    addressed(set, client).expirationTime(Date.from(now().plus(LIFETIME)));
    return keys.active(algorithm).sign(set.build());
  }

  /** What userinfo tells of a person (OpenID Connect Core §5.3.2). */
  public String userinfo(ClientId client, SigningAlgorithm algorithm, Map<String, Object> claims) {
    var set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    return keys.active(algorithm).sign(addressed(set, client).build());
  }

  /** What introspection tells of a token (RFC 9701 §5). */
  public String introspection(
      ClientId client, SigningAlgorithm algorithm, Map<String, Object> state) {
    var set = new JWTClaimsSet.Builder().claim("token_introspection", state);
    return keys.active(algorithm).sign("token-introspection+jwt", addressed(set, client).build());
  }

  private JWTClaimsSet.Builder addressed(JWTClaimsSet.Builder set, ClientId client) {
    return set.issuer(settings.issuer()).audience(client.value()).issueTime(Date.from(now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
