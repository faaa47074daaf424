package org.sallyport.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * Authorization responses as signed JWTs, which nobody on their way can change (JWT Secured
 * Authorization Response Mode §2.1).
 */
@ApplicationScoped
public class ResponseTokens {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Inject SigningKeys keys;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The parameters of a response to this client, signed by this algorithm. */
  public String mint(ClientId client, SigningAlgorithm algorithm, Map<String, String> said) {
    var set = new JWTClaimsSet.Builder();
    said.forEach(set::claim);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    set.issuer(settings.issuer())
        .audience(client.value())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)));
    return keys.active(algorithm).sign(set.build());
  }
}
